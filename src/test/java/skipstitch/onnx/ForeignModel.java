package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import skipstitch.engine.Activations;
import skipstitch.engine.Calibration;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/** A model that another program made, as ONNX Runtime runs the file and as we run what we read of it. */
final class ForeignModel {
    private static final long SEED = 20261126;

    private ForeignModel() {}

    /** @throws AssertionError if the only output is not the same */
    static ReadModel check(Path file, Engine engine, double tolerance) throws OrtException, UnreadableDocument {
        ReadModel read = ModelFile.read(file);
        assertThat(read.problems()).as(file.toString()).isEmpty();
        Shape shape = read.network().inputShape().orElseThrow();
        Tensor picture = noise(shape);
        Lane lane = Variant.AS_DRAWN.of(read.network());
        Weights weights = new Calibration(engine, List.of(Pictures.only(picture)), read.given()).calibrate(lane,
                new SeededWeights(Initialisation.of(read.network(), SEED), read.given()).of(lane), Progress.NONE);
        assertThat(read.network().outputs()).as(file.toString()).hasSize(1);
        try (Activations ours = engine.run(new Pass(lane.shapes(), weights, picture), Progress.NONE)) {
            Tensor last = ours.tensor(read.network().outputs().getFirst().id());
            Agreement.check(last, new Tensor(last.shape(), oracle(file, picture)), tolerance, file.toString());
        }
        return read;
    }

    private static float[] oracle(Path file, Tensor picture) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Shape shape = picture.shape();
        try (OrtSession session = environment.createSession(file.toString())) {
            Map.Entry<String, NodeInfo> input = session.getInputInfo().entrySet().iterator().next();
            boolean flat = ((TensorInfo) input.getValue().getInfo()).getShape().length == 2;
            long[] sizes = flat ? new long[] {1, shape.channels()}
                    : new long[] {1, shape.channels(), shape.height(), shape.width()};
            return run(session, input.getKey(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture.values()), sizes));
        }
    }

    private static float[] run(OrtSession session, String name, OnnxTensor picture) throws OrtException {
        try (picture; OrtSession.Result out = session.run(Map.of(name, picture))) {
            FloatBuffer values = ((OnnxTensor) out.get(0)).getFloatBuffer();
            float[] all = new float[values.remaining()];
            values.get(all);
            return all;
        }
    }

    private static Tensor noise(Shape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }
}
