package skipstitch;

import skipstitch.cli.Skipstitch;

/** Starts Skipstitch. Not a JavaFX application itself, so that the class path alone will do. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Skipstitch.main(args));
    }
}
