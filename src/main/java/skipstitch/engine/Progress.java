package skipstitch.engine;

/** Told of each layer before it is computed; may call a pass off. */
@FunctionalInterface
public interface Progress {
    /** Neither watches nor cancels. */
    Progress NONE = (_, _) -> true;

    /**
     * @param done layers that are there
     * @param of   layers in all
     * @return whether to go on
     */
    boolean goOn(int done, int of);
}
