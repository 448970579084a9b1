package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.Weights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Window;

class PlainEngineTest {

    @Test
    void runsANetworkAndUndoesAPool() {
        NetworkBuilder net = new NetworkBuilder("there and back");
        NodeId x = net.input(1, 3, 3);
        NodeId pool = net.chain("pool", new Layer.MaxPool(Window.of(2).strided(2), true), x);
        NodeId scaled = net.chain("scale", new Layer.Scale(10), pool);
        NodeId back = net.node("back", new Layer.MaxUnpool(), Inlet.indices(pool), Inlet.main(scaled));
        try (Engine engine = PlainEngine.open();
                Activations activations = engine.run(
                        new Pass(Shapes.of(net.build()), Weights.NONE, OneLayer.oneToNine()), Progress.NONE)) {
            assertThat(activations.tensor(pool).values()).containsExactly(5, 6, 8, 9);
            assertThat(activations.tensor(back).values()).containsExactly(0, 0, 0, 0, 50, 60, 0, 80, 90);
        }
    }
}
