package skipstitch.files.onnx;

/** Which tensors a model gives back. */
public enum Returned {
    /** The network's outputs; what none of them depends on is left out of the model. */
    OUTPUTS,
    /** Every node's. */
    ALL
}
