package skipstitch.explain.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** Receptive fields and influences against what changing one value at a time can change. */
class ReachLawsTest {

    /** A cell of a random network. */
    private record Case(long seed, Random random, Shapes shapes, NodeId node, int index) {
        static Case small(long seed, int nodes) {
            Random random = new Random(seed);
            return in(seed, random, new SmallNetworks(random).next(nodes));
        }

        static Case in(long seed, Random random, Shapes shapes) {
            NodeId node = shapes.order().get(random.nextInt(shapes.order().size())).id();
            return new Case(seed, random, shapes, node, random.nextInt(shapes.shape(node).elements()));
        }

        Cell cell() {
            return ReachLawsTest.cell(shapes.shape(node), index);
        }

        Reach field() {
            return ReceptiveField.of(shapes, node, cell());
        }

        Reach influence() {
            return Influence.of(shapes, node, cell());
        }

        @Override
        public String toString() {
            return "seed " + seed + ", " + cell() + " of " + node + " in " + shapes.network();
        }
    }

    private static Cell cell(Shape shape, int index) {
        return new Cell(index / shape.area(), index / shape.width() % shape.height(), index % shape.width());
    }

    private static Set<Integer> cells(Shape shape, NodeId node, Reach reach) {
        return reach.at(node).map(region -> IntStream.range(0, shape.elements())
                .filter(k -> region.has(cell(shape, k))).boxed().collect(Collectors.toSet())).orElse(Set.of());
    }

    @Test
    void aValueInfluencesExactlyWhatChangesWithItWhereLinearLayersReadTheSame() {
        Set<Class<?>> kinds = new HashSet<>();
        for (int seed = 0; seed < 4000; seed++) {
            Case drawn = Case.small(seed, 12);
            Reach reach = drawn.influence();
            Map<NodeId, double[]> changes =
                    new LinearSurrogate(drawn.shapes, drawn.random).changes(drawn.node, drawn.index);
            for (Node node : drawn.shapes.order()) {
                kinds.add(node.layer().getClass());
                double[] change = changes.get(node.id());
                assertThat(cells(drawn.shapes.shape(node.id()), node.id(), reach)).as("%s, seen at %s", drawn, node)
                        .isEqualTo(IntStream.range(0, change.length).filter(k -> change[k] != 0).boxed()
                                .collect(Collectors.toSet()));
            }
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(Layer.kinds());
    }

    @Test
    void aReceptiveFieldIsExactlyTheValuesOfThePictureWhoseChangeChangesTheValue() {
        for (int seed = 0; seed < 1000; seed++) {
            Case drawn = Case.small(seed, 9);
            NodeId picture = drawn.shapes.order().getFirst().id();
            Shape shape = drawn.shapes.shape(picture);
            LinearSurrogate surrogate = new LinearSurrogate(drawn.shapes, drawn.random);
            Set<Integer> changing = IntStream.range(0, shape.elements())
                    .filter(k -> surrogate.changes(picture, k).get(drawn.node)[drawn.index] != 0)
                    .boxed().collect(Collectors.toSet());
            assertThat(cells(shape, picture, drawn.field())).as("%s", drawn).isEqualTo(changing);
        }
    }

    @Test
    void aCellIsInAReceptiveFieldIfAndOnlyIfItInfluencesTheValue() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Case drawn = Case.in(seed, random, Shapes.of(new RandomNetworks(seed).fitting(25)));
            Reach field = drawn.field();
            for (Node node : drawn.shapes.order()) {
                Shape shape = drawn.shapes.shape(node.id());
                for (int i = 0; i < 5; i++) {
                    Cell other = cell(shape, random.nextInt(shape.elements()));
                    boolean reads = field.at(node.id()).filter(region -> region.has(other)).isPresent();
                    boolean influences = Influence.of(drawn.shapes, node.id(), other).at(drawn.node)
                            .filter(region -> region.has(drawn.cell())).isPresent();
                    assertThat(reads).as("%s and %s of %s", drawn, other, node.id()).isEqualTo(influences);
                }
            }
        }
    }

    @Test
    void noNodeWithoutAShapeIsReached() {
        for (int seed = 0; seed < 500; seed++) {
            Shapes shapes = Shapes.of(new RandomNetworks(seed).drawn(20));
            for (Node node : shapes.network().nodes()) {
                Reach field = ReceptiveField.of(shapes, node.id(), new Cell(0, 0, 0));
                Reach influence = Influence.of(shapes, node.id(), new Cell(0, 0, 0));
                boolean fits = shapes.find(node.id()).isPresent();
                assertThat(field.nodes().contains(node.id())).as("seed %d, %s", seed, node).isEqualTo(fits);
                assertThat(influence.nodes().contains(node.id())).as("seed %d, %s", seed, node).isEqualTo(fits);
                assertThat(field.nodes()).as("seed %d, %s", seed, node).allMatch(id -> shapes.find(id).isPresent());
                assertThat(influence.nodes()).as("seed %d, %s", seed, node).allMatch(id -> shapes.find(id).isPresent());
            }
        }
    }

    @Test
    void partsAreDisjointAndDifferent() {
        for (int seed = 0; seed < 1000; seed++) {
            Case drawn = Case.small(seed, 12);
            for (NodeId node : drawn.field().nodes()) {
                Region region = drawn.field().at(node).orElseThrow();
                assertThat(region.parts()).as("%s at %s", drawn, node).isNotEmpty()
                        .noneMatch(part -> part.channels().isEmpty() || part.mask().isEmpty());
                assertThat(region.parts().stream().map(Region.Part::mask).distinct()).hasSameSizeAs(region.parts());
                assertThat(region.parts().stream().mapToInt(part -> part.channels().count()).sum())
                        .as("%s at %s", drawn, node).isEqualTo(region.channels().count());
                assertThat(region.count()).as("%s at %s", drawn, node)
                        .isEqualTo(cells(drawn.shapes.shape(node), node, drawn.field()).size());
            }
        }
    }

    @Test
    void theTwoSharesOfAMergeAreItsWholeFieldBeforeIt() {
        int merges = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Shapes shapes = new SmallNetworks(random).next(12);
            for (Node merge : shapes.network().skipMerges()) {
                merges++;
                Cell cell = cell(shapes.shape(merge.id()), random.nextInt(shapes.shape(merge.id()).elements()));
                Shares shares = Shares.of(shapes, merge.id(), merge.id(), cell);
                for (Node node : shapes.order()) {
                    if (!node.id().equals(merge.id())) {
                        Shape shape = shapes.shape(node.id());
                        Set<Integer> both = new HashSet<>(cells(shape, node.id(), shares.skip()));
                        both.addAll(cells(shape, node.id(), shares.main()));
                        assertThat(cells(shape, node.id(), shares.all()))
                                .as("seed %d, %s of %s at %s", seed, cell, merge, node).isEqualTo(both);
                    }
                }
            }
        }
        assertThat(merges).isGreaterThan(500);
    }
}
