package skipstitch;

import skipstitch.cli.Skipstitch;

/** Starts Skipstitch. Not a JavaFX application itself, so that the class path alone will do. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Pictures are read by ImageIO, which must not go and look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        System.exit(Skipstitch.main(args));
    }
}
