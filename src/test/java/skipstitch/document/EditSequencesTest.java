package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Whatever is done to whatever network, in any order: laws that hold after each step. */
class EditSequencesTest {
    private static final int SEQUENCES = 8_000;
    private static final int LONGEST = 12;

    private interface Law {
        void holds(String seed, RandomEdits edits, Random random, Document start);
    }

    private static void inEach(long first, Law law) {
        List<Network> presets = Presets.all().stream().map(Preset::network).toList();
        for (long seed = first; seed < first + SEQUENCES; seed++) {
            Random random = new Random(seed);
            Network network = random.nextInt(3) == 0 ? presets.get(random.nextInt(presets.size()))
                    : new HostileNetworks(random).next();
            law.holds("seed " + seed, new RandomEdits(random), random, RandomEdits.document(network));
        }
    }

    @Test
    void undoingAllGivesTheVeryDocumentAndRedoingAllTheLastOne() {
        inEach(1_000_000, (seed, edits, random, start) -> {
            History history = History.of(start, true);
            for (int step = random.nextInt(LONGEST); step >= 0; step--) {
                history = history.after(edits.next(history.now()));
            }
            List<Document> documents = history.steps().stream().map(History.Step::document).toList();
            History walked = history;
            for (int at = documents.size() - 1; at > 0; at--) {
                assertThat(walked.now()).as("%s, step %d", seed, at).isSameAs(documents.get(at));
                walked = walked.undone();
            }
            assertThat(walked.now()).as(seed).isSameAs(start);
            assertThat(walked.canUndo()).as(seed).isFalse();
            assertThat(walked.hasUnsavedWork()).as(seed).isFalse();
            while (walked.canRedo()) {
                walked = walked.redone();
            }
            assertThat(walked.now()).as(seed).isSameAs(documents.getLast());
            int jump = random.nextInt(documents.size());
            assertThat(walked.goneTo(jump).now()).as(seed).isSameAs(documents.get(jump));
        });
    }

    @Test
    void anUndoneDocumentKeepsWhereItWasLookedAtLast() {
        inEach(2_000_000, (seed, edits, random, start) -> {
            History history = History.of(start, true).looking(edits.look(start));
            Document looked = history.now();
            history = history.after(edits.next(looked));
            history = history.looking(edits.look(history.now()));
            if (history.canUndo()) {
                assertThat(history.undone().now()).as(seed).isSameAs(looked);
                assertThat(history.undone().hasUnsavedWork()).as(seed).isFalse();
                assertThat(history.undone().redone().now()).as(seed).isSameAs(history.now());
            }
        });
    }

    @Test
    void noIdIsUsedTwiceAlongAHistory() {
        inEach(3_000_000, (seed, edits, random, start) -> {
            Document now = start;
            Set<NodeId> ever = ids(now);
            for (int step = random.nextInt(LONGEST); step >= 0; step--) {
                Edit edit = edits.next(now);
                Document after = edit.apply(now);
                Set<NodeId> fresh = new HashSet<>(ids(after));
                fresh.removeAll(ids(now));
                // A projection keeps the id that it has in its lane, and with it its weights; so does another network.
                if (!(edit instanceof AdoptProjection || edit instanceof SwapBeside)) {
                    assertThat(fresh).as("%s, %s", seed, edit).doesNotContainAnyElementsOf(ever);
                }
                ever.addAll(fresh);
                now = after;
            }
        });
    }

    private static Set<NodeId> ids(Document document) {
        return document.network().nodes().stream().map(Node::id).collect(Collectors.toSet());
    }

    @Test
    void everyDocumentHangsTogetherAndEveryLaneAnswers() {
        inEach(4_000_000, (seed, edits, random, start) -> {
            Document now = start;
            for (int step = random.nextInt(LONGEST); step >= 0; step--) {
                Edit edit = edits.next(now);
                Document after = edit.apply(now);
                String what = seed + ", " + edit;
                assertThat(edit.name()).as(what).isNotBlank();
                assertThat(after.network().nodes()).as(what).isNotEmpty();
                assertThat(ids(after)).as(what).containsAll(after.places().keySet())
                        .containsAll(after.selection().nodes());
                assertThat(after.selection().edge().map(edge -> after.network().inlet(edge).isPresent()).orElse(true))
                        .as(what).isTrue();
                assertThat(Shapes.of(after.network()).misfits()).as(what).allMatch(misfit -> !misfit.why().isBlank());
                now = after;
            }
            for (Variant variant : Variant.values()) {
                Lane lane = variant.of(now.network());
                assertThat(lane.network().nodes()).as(seed).hasSizeGreaterThanOrEqualTo(now.network().nodes().size());
            }
        });
    }

    @Test
    void anEditThatChangesNothingGivesTheSameDocument() {
        inEach(5_000_000, (seed, edits, random, start) -> {
            Edit edit = edits.next(start);
            Document after = edit.apply(start);
            if (after != start) {
                assertThat(after.withSelection(start.selection())).as("%s, %s", seed, edit).isNotEqualTo(start);
            }
        });
    }

    @Test
    void deletingInAChainLeavesAChain() {
        inEach(6_000_000, (seed, edits, random, start) -> {
            Document chain = chain(random);
            Set<NodeId> some = new HashSet<>();
            chain.network().nodes().stream().skip(1).filter(_ -> random.nextInt(3) == 0)
                    .forEach(node -> some.add(node.id()));
            List<Node> left = new ArrayList<>(new DeleteNodes(some).apply(chain).network().nodes());
            List<NodeId> expected = chain.network().nodes().stream().map(Node::id)
                    .filter(id -> !some.contains(id)).toList();
            assertThat(left).as(seed).extracting(Node::id).isEqualTo(expected);
            for (int i = 1; i < left.size(); i++) {
                assertThat(left.get(i).inlets()).as(seed).singleElement().extracting(inlet -> inlet.source())
                        .isEqualTo(left.get(i - 1).id());
            }
            assertThat(Shapes.of(new Network("left", left)).allFit()).as(seed).isTrue();
        });
    }

    private static Document chain(Random random) {
        Document chain = RandomEdits.document(new Network("chain",
                List.of(new Node(NodeId.of("input"), "", "", new Layer.Input(new Shape(1, 8, 8)), List.of()))));
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            chain = new AppendLayer(random.nextBoolean() ? LayerKind.RELU.layer() : LayerKind.CONV_3.layer(),
                    chain.network().nodes().getLast().id()).apply(chain);
        }
        return chain;
    }
}
