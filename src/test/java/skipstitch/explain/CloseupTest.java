package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Closeup.Subject;
import skipstitch.explain.Inspection.Block;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Statistics;
import skipstitch.tensor.Tensor;

class CloseupTest {
    private static final Network NETWORK = Presets.first().network();
    private final Engine engine = PlainEngine.open();

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private Optional<Closeup> find(Network network, String node, Variant wanted, Variant... variants) {
        List<Ran> lanes = new ArrayList<>();
        Shape input = network.inputShape().orElseThrow();
        float[] values = new float[input.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 37 % 101 / 100f;
        }
        for (Variant variant : variants) {
            Lane lane = variant.of(network);
            Weights weights = new SeededWeights(Initialisation.of(network, 1)).of(lane);
            Pass pass = new Pass(lane.shapes(), weights, new Tensor(input, values));
            lanes.add(new Ran(lane, weights, engine.run(pass, Progress.NONE)));
        }
        return Closeup.of(network, lanes, new Subject(NodeId.of(node), Optional.empty(), Optional.of(wanted)),
                NodeId.of("merge"));
    }

    private Closeup of(String node, Variant wanted, Variant... variants) {
        return find(NETWORK, node, wanted, variants).orElseThrow();
    }

    @Test
    void aConcatenationsChannelsLineUpWithTheSumByTheirPlaceInTheirBlock() {
        Closeup concat = of("merge", Variant.CONCAT, Variant.ADD, Variant.CONCAT);
        assertThat(concat.lane()).isEqualTo(Variant.CONCAT);
        assertThat(concat.blocks()).containsExactly(new Block(0, 8), new Block(8, 8));
        assertThat(concat.other()).hasValueSatisfying(other -> assertThat(other.lane()).isEqualTo(Variant.ADD));
        assertThat(concat.aligned(3)).containsExactly(3);
        assertThat(concat.aligned(11)).containsExactly(3);
    }

    @Test
    void aSumsChannelLinesUpWithBothThatWentIntoIt() {
        Closeup add = of("merge", Variant.ADD, Variant.ADD, Variant.CONCAT);
        assertThat(add.aligned(3)).containsExactly(3, 11);
        Tensor sum = add.tensor();
        Tensor joined = add.other().orElseThrow().tensor();
        assertThat(sum.at(3, 5, 6)).isEqualTo(joined.at(3, 5, 6) + joined.at(11, 5, 6));
        assertThat(add.branches()).hasSize(8).containsOnly(Branch.BOTH);
    }

    @Test
    void channelsOfTensorsOfOneShapeLineUpOneByOne() {
        Closeup before = of("conv2", Variant.ADD, Variant.ADD, Variant.CONCAT);
        assertThat(before.aligned(5)).containsExactly(5);
        assertThat(before.other().orElseThrow().same()).isTrue();
        Closeup after = of("conv3", Variant.ADD, Variant.ADD, Variant.CONCAT);
        assertThat(after.aligned(5)).containsExactly(5);
        assertThat(after.other().orElseThrow().same()).isFalse();
    }

    @Test
    void afterAConcatenationBranchesGoOnToSayWhatLinesUp() {
        NetworkBuilder net = new NetworkBuilder("act");
        NodeId x = net.chain("conv0", Layer.Conv.same(4, 3), net.input(1, 6, 6));
        NodeId f = net.chain("conv1", Layer.Conv.same(4, 3), x);
        net.chain("act", new Layer.Relu(), net.merge("merge", new Layer.Add(), x, f));
        Closeup act = find(net.build(), "act", Variant.CONCAT, Variant.ADD, Variant.CONCAT).orElseThrow();
        assertThat(act.blocks()).containsExactly(new Block(0, 4), new Block(4, 4));
        assertThat(act.aligned(6)).containsExactly(2);
    }

    @Test
    void aLaneAloneHasNothingBesideIt() {
        Closeup alone = of("merge", Variant.ADD, Variant.CONCAT);
        assertThat(alone.lane()).as("the lane that there is").isEqualTo(Variant.CONCAT);
        assertThat(alone.other()).isEmpty();
        assertThat(alone.aligned(0)).isEmpty();
    }

    @Test
    void bothLanesHaveOneScaleAndEveryChannelItsStatistics() {
        Closeup add = of("merge", Variant.ADD, Variant.ADD, Variant.CONCAT);
        Tensor other = add.other().orElseThrow().tensor();
        assertThat(add.scale()).isEqualTo(ColourScale.of(add.tensor().extent().union(other.extent())));
        assertThat(add.statistics()).hasSize(8);
        assertThat(add.statistics().get(2)).isEqualTo(Statistics.of(add.tensor(), 2));
        assertThat(of("input", Variant.ADD, Variant.ADD).scale().map()).isEqualTo(ColourMap.GREY);
    }

    @Test
    void aNodeWithoutATensorIsNotThere() {
        assertThat(find(NETWORK, "nowhere", Variant.ADD, Variant.ADD)).isEmpty();
    }
}
