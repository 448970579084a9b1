package skipstitch.engine.plain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.tape.Parameters;
import skipstitch.network.Initialisation;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** Parameters and inputs for tapes of whole networks. */
final class Networks {
    private Networks() {}

    /** Drawn, and then every one changed a little, so that no bias is 0 and no norm the identity. */
    static Parameters parameters(Shapes shapes, Random random) {
        Weights drawn = new SeededWeights(Initialisation.of(shapes.network(), random.nextLong()))
                .of(Variant.AS_DRAWN.of(shapes.network()));
        Parameters parameters = Parameters.of(shapes, drawn);
        parameters.trainable().values().forEach(each -> {
            change(each.weights(), random);
            change(each.shifts(), random);
        });
        parameters.statistics().values().forEach(each -> change(each.mean(), random));
        return parameters;
    }

    private static void change(float[] values, Random random) {
        for (int k = 0; k < values.length; k++) {
            values[k] += (float) (0.1 * random.nextGaussian());
        }
    }

    static Map<NodeId, float[]> inputs(Shapes shapes, int batch, Random random) {
        Map<NodeId, float[]> inputs = new LinkedHashMap<>();
        shapes.network().nodes().stream().filter(node -> node.layer() instanceof Layer.Input)
                .forEach(node -> inputs.put(node.id(), floats(batch * shapes.shape(node.id()).elements(), random)));
        return inputs;
    }

    static float[] floats(int count, Random random) {
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            values[k] = (float) random.nextGaussian();
        }
        return values;
    }
}
