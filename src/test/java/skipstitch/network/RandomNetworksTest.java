package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws that use these networks hold for as much as they are varied. */
class RandomNetworksTest {
    @Test
    void aSeedAlwaysGivesTheSameNetworks() {
        assertThat(new RandomNetworks(7).drawn(20)).isEqualTo(new RandomNetworks(7).drawn(20))
                .isNotEqualTo(new RandomNetworks(8).drawn(20));
    }

    @Test
    void fittingOnesHaveAShapeAtEveryNode() {
        for (long seed = 0; seed < 500; seed++) {
            Network network = new RandomNetworks(seed).fitting(20);
            assertThat(Shapes.of(network).misfits()).as("seed %d", seed).isEmpty();
            assertThat(network.nodes()).as("seed %d", seed).hasSizeBetween(2, 20);
        }
    }

    @Test
    void drawnOnesBreakRulesOftenButHaveNoLoops() {
        Set<Misfit.Rule> broken = new HashSet<>();
        long breaking = IntStream.range(0, 500).filter(seed -> {
            Network network = new RandomNetworks(seed).drawn(20);
            assertThat(network.topological()).as("seed %d", seed).hasSameSizeAs(network.nodes());
            Shapes.of(network).misfits().forEach(misfit -> broken.add(misfit.rule()));
            return !Shapes.of(network).allFit();
        }).count();
        assertThat(breaking).isBetween(80L, 400L);
        assertThat(broken).contains(Misfit.Rule.FAN_IN, Misfit.Rule.SOURCES_EXIST, Misfit.Rule.SAME_SHAPE,
                Misfit.Rule.SAME_SIZE).doesNotContain(Misfit.Rule.NO_CYCLE);
    }

    @Test
    void everyKindOfMergeAndSkipOccurs() {
        Set<Class<?>> kinds = new HashSet<>();
        Set<Class<?>> merging = new HashSet<>();
        for (long seed = 0; seed < 500; seed++) {
            Network network = new RandomNetworks(seed).ofSize(30);
            assertThat(network.nodes()).hasSize(30);
            network.nodes().forEach(node -> kinds.add(node.layer().getClass()));
            network.skipMerges().forEach(node -> merging.add(node.layer().getClass()));
        }
        assertThat(merging).containsExactlyInAnyOrder(Layer.Add.class, Layer.Concat.class, Layer.Multiply.class);
        assertThat(kinds).contains(Layer.Gate.class, Layer.MaxUnpool.class, Layer.Upsample.class,
                Layer.TransposedConv.class, Layer.Subsample.class, Layer.Crop.class, Layer.MaxPool.class);
    }

    /** An imagined node has the shape that it has once it is there. */
    @Test
    void anImaginedNodeFitsAsOneThatIsThere() {
        for (long seed = 0; seed < 500; seed++) {
            Shapes shapes = Shapes.of(new RandomNetworks(seed).drawn(20));
            for (Node node : shapes.network().nodes()) {
                assertThat(shapes.fitOf(node)).as("seed %d, %s", seed, node).isEqualTo(shapes.fit(node.id()));
            }
        }
    }
}
