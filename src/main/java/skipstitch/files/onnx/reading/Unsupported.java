package skipstitch.files.onnx.reading;

/** An operator that is no layer here; the message says why, as the second half of a sentence. */
final class Unsupported extends Exception {
    private static final long serialVersionUID = 1;

    Unsupported(String why) {
        super(why, null, false, false);
    }
}
