package skipstitch.files.onnx;

/** There is no ONNX model of a network; the message says why, for a person, and names the node where it is one's. */
public final class Inexpressible extends Exception {
    private static final long serialVersionUID = 1;

    Inexpressible(String sentence) {
        super(sentence);
    }
}
