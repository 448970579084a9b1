package skipstitch.files;

/** A file that does not become a picture. The message is one sentence for the person who chose it. */
public final class UnreadablePicture extends Exception {
    private static final long serialVersionUID = 1;

    private static final int LONGEST_NAME = 80;

    /**
     * @param name   the file's
     * @param wrong  what is wrong, after the name: "is empty"
     * @param remedy what would be right, after a semicolon: "choose another file"
     */
    UnreadablePicture(String name, String wrong, String remedy) {
        super("“" + legible(name) + "” " + wrong + "; " + remedy + ".");
    }

    UnreadablePicture(String name, String wrong, String remedy, Throwable cause) {
        this(name, wrong, remedy);
        initCause(cause);
    }

    /** A name may hold line ends and be of any length; a message may not. */
    private static String legible(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
