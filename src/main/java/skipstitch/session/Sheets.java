package skipstitch.session;

/**
 * What is looked into in sheets of their own.
 *
 * @param depth    chains of many blocks
 * @param survival what survived of the picture
 */
public record Sheets(Deepening depth, Rebuilding survival) {

    /** Nobody looks into one any more; whether somebody did. */
    public boolean close() {
        return depth.close() || survival.close();
    }
}
