package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.RandomEdits;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.Progress;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Inspector;
import skipstitch.explain.Ran;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.presets.Presets;

/** Edit by edit on a warm engine, against a fresh engine each time. */
class IncrementalRunsTest {
    private static final int LONGEST = 5;
    /** What a person would still wait for; inserting upsamplings one after another soon gives more. */
    private static final long MOST_ELEMENTS = 1 << 16;

    private interface Opening {
        Engine open() throws EngineUnavailable;
    }

    @Test
    void onPlainJavaTheyEqualRunsFromScratchAndComputeOnlyWhatIsDownstream() throws EngineUnavailable {
        check(0, 60, PlainEngine::open);
    }

    @Test
    void onNd4jTheyDoTheSame() throws EngineUnavailable {
        check(1_000, 25, Nd4jEngine::open);
    }

    private static void check(long first, int sequences, Opening opening) throws EngineUnavailable {
        int saved = 0;
        for (long seed = first; seed < first + sequences; seed++) {
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            Document now = RandomEdits.document(random.nextInt(6) == 0
                    ? Presets.all().get(random.nextInt(Presets.all().size())).network()
                    : new RandomNetworks(seed).drawn(12));
            Optional<Before> before = Optional.empty();
            StringBuilder done = new StringBuilder("seed " + seed);
            try (LaneRuns warm = runs(opening)) {
                for (int step = 0; step <= LONGEST && isSmall(now); step++) {
                    Comparison lanes = Comparison.of(now.network(), now.places(), now.folding(), Shown.BOTH);
                    saved += sameAsFresh(done.toString(), warm, opening, lanes, before, now, random);
                    before = Optional.of(new Before(lanes, now));
                    Edit edit = edits.next(now);
                    // Another picture changes everything, and is no edit of the network.
                    now = edit.apply(now).withPicture(now.picture());
                    done.append('\n').append(edit);
                }
            }
        }
        assertThat(saved).as("layers that were known").isGreaterThan(sequences);
    }

    private record Before(Comparison lanes, Document document) {}

    private static LaneRuns runs(Opening opening) throws EngineUnavailable {
        Engine engine = opening.open();
        return new LaneRuns(() -> new EngineStart(engine, Optional.empty()));
    }

    private static boolean isSmall(Document document) {
        return Comparison.of(document.network(), Shown.BOTH).lanes().stream().allMatch(lane -> lane.shapes().order()
                .stream().flatMap(node -> lane.shapes().find(node.id()).stream()).allMatch(shape -> shape.elements() <= MOST_ELEMENTS));
    }

    /** The number of layers that the warm engine did not have to compute. */
    private static int sameAsFresh(String done, LaneRuns warm, Opening opening, Comparison lanes,
            Optional<Before> before, Document document, Random random) throws EngineUnavailable {
        int known = 0;
        try (LaneRuns fresh = runs(opening);
                Results expected = fresh.run(lanes, Setting.of(document), Progress.NONE);
                Results found = warm.run(lanes, Setting.of(document), Progress.NONE)) {
            for (int i = 0; i < lanes.lanes().size(); i++) {
                Ran ran = found.lanes().get(i);
                Lane lane = ran.lane();
                for (Node node : lane.network().nodes()) {
                    String context = done + ", " + lane.variant() + ", " + node;
                    boolean has = expected.lanes().get(i).activations().has(node.id());
                    assertThat(ran.activations().has(node.id())).as(context).isEqualTo(has);
                    if (has) {
                        known++;
                        assertThat(ran.activations().tensor(node.id()).values()).as(context)
                                .isEqualTo(expected.lanes().get(i).activations().tensor(node.id()).values());
                    }
                }
                known -= ran.activations().computed().size();
                if (before.isPresent()) {
                    assertThat(downstream(before.get(), lanes, lane, document)).as(done).containsAll(ran.activations().computed());
                }
            }
            inspect(done, found, random);
        }
        return before.isPresent() ? known : 0;
    }

    /** What depends on what changed, in the lane, or as drawn, whose statistics the lane's norms have. */
    private static Set<NodeId> downstream(Before step, Comparison after, Lane lane, Document now) {
        Comparison before = step.lanes();
        Network laneBefore = before.lanes().stream().filter(each -> each.variant() == lane.variant()).findFirst()
                .orElseThrow().network();
        Set<NodeId> all = new HashSet<>();
        changed(laneBefore, lane.network()).forEach(id -> all.addAll(lane.network().downstream(id)));
        for (NodeId id : changed(before.drawn(), after.drawn())) {
            after.drawn().downstream(id).stream().filter(lane.network()::has)
                    .forEach(each -> all.addAll(lane.network().downstream(each)));
        }
        turned(step.document(), now).stream().filter(lane.network()::has)
                .forEach(each -> all.addAll(lane.network().downstream(each)));
        return all;
    }

    /** Nodes that read something else, or weigh it otherwise, because a person intervened or turned the knob. */
    private static Set<NodeId> turned(Document before, Document after) {
        Set<NodeId> all = new HashSet<>();
        Stream.of(before, after).flatMap(each -> each.interventions().edges().stream())
                .filter(edge -> !before.interventions().on(edge).equals(after.interventions().on(edge)))
                .forEach(edge -> all.add(edge.to()));
        if (before.knob() != after.knob()) {
            after.network().skipMerges().forEach(merge -> all.add(merge.id()));
        }
        return all;
    }

    private static List<NodeId> changed(Network before, Network after) {
        return after.nodes().stream().filter(node -> before.find(node.id()).filter(node::equals).isEmpty())
                .map(Node::id).toList();
    }

    private static void inspect(String done, Results found, Random random) {
        Network drawn = found.comparison().drawn();
        NodeId node = drawn.nodes().get(random.nextInt(drawn.nodes().size())).id();
        NodeId merge = drawn.skipMerges().stream().findFirst().map(Node::id).orElse(node);
        for (NodeId looked : List.of(node, merge)) {
            assertThat(Inspector.inspect(drawn, found.lanes(), looked, merge).isPresent()).as("%s, %s", done, looked)
                    .isEqualTo(found.lanes().stream().anyMatch(ran -> ran.activations().has(looked)));
        }
    }
}
