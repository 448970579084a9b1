package skipstitch.engine.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.tensor.Tensor;

/** Computes one layer on given tensors, its output shape inferred. */
final class OneLayer {
    private OneLayer() {}

    static float[] values(Layer layer, Tensor... inputs) {
        return compute(layer, LayerWeights.NONE, inputs).values();
    }

    static Tensor compute(Layer layer, LayerWeights weights, Tensor... inputs) {
        NetworkBuilder net = new NetworkBuilder("one layer");
        List<Inlet> inlets = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            inlets.add(Inlet.main(net.node("input" + i, new Layer.Input(inputs[i].shape()))));
        }
        NodeId id = net.node("layer", layer, inlets.toArray(Inlet[]::new));
        Shapes shapes = Shapes.of(net.build());
        List<Shape> incoming = List.of(inputs).stream().map(Tensor::shape).toList();
        return new PlainBackend().compute(new Backend.Call(shapes.network().node(id), weights, incoming,
                shapes.shape(id), Optional.empty()), List.of(inputs));
    }

    static Tensor unpool(Layer.MaxPool pool, Tensor x, Tensor pooled) {
        NetworkBuilder net = new NetworkBuilder("unpool");
        NodeId main = net.node("input", new Layer.Input(x.shape()));
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(main));
        return new PlainBackend().compute(new Backend.Call(net.build().node(unpool), LayerWeights.NONE,
                List.of(x.shape(), pooled.shape()), pooled.shape(), Optional.of(pool)), List.of(x, pooled));
    }

    static Tensor tensor(int channels, int height, int width, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Tensor(new Shape(channels, height, width), floats);
    }

    /** One channel of 1 2 3 / 4 5 6 / 7 8 9. */
    static Tensor oneToNine() {
        return tensor(1, 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
