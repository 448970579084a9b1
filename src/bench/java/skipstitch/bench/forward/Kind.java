package skipstitch.bench.forward;

/** The engines that are compared. */
enum Kind {
    SKIPSTITCH("Skipstitch") {
        @Override
        Contender open(Task task) throws Exception {
            return new Ours(task);
        }
    },
    ONNX_RUNTIME("ONNX Runtime") {
        @Override
        Contender open(Task task) throws Exception {
            return new OnnxRuntime(task);
        }
    },
    PYTORCH("PyTorch by DJL") {
        @Override
        Contender open(Task task) {
            return new PyTorch(task);
        }
    },
    TENSORFLOW_JS("TensorFlow.js WASM") {
        @Override
        Contender open(Task task) throws Exception {
            return new TensorFlowJs(task);
        }
    };

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** @throws UnsupportedOperationException if the engine cannot run the network */
    abstract Contender open(Task task) throws Exception;
}
