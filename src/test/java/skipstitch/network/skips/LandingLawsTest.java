package skipstitch.network.skips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import skipstitch.network.Cost;
import skipstitch.network.Edge;
import skipstitch.network.Fit;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shapes;
import skipstitch.network.skips.Gestures.Dropped;

/** What is answered before the drop is what the drop then does, in thousands of random networks. */
class LandingLawsTest {
    private static final List<Layer.Merge> MERGES = List.of(new Layer.Add(), new Layer.Concat());

    @Test
    void everyAnswerIsWhatTheDropThenDoes() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 1_500; seed++) {
            Network drawn = new RandomNetworks(seed).drawn(16);
            List<Carried> gestures = Gestures.all(drawn);
            Collections.shuffle(gestures, new Random(seed));
            for (Carried carried : gestures.subList(0, Math.min(5, gestures.size()))) {
                Landings landings = Landings.of(drawn, carried);
                for (Landing landing : landings.all()) {
                    for (Layer.Merge merge : MERGES) {
                        String context = "seed " + seed + ", " + carried + ", " + merge.op() + ", " + landing;
                        check(drawn, carried, landings, landing, merge, context);
                        seen.add(carried.getClass().getSimpleName() + " on "
                                + landing.target().getClass().getSimpleName() + " "
                                + landing.answer(merge).getClass().getSimpleName());
                    }
                }
            }
        }
        for (String way : List.of("End on Merge", "End on OnEdge", "Fresh on Merge", "Fresh on OnEdge",
                "Fresh on Inlet", "Start on Output", "MainEnd on Inlet")) {
            assertThat(seen).contains(way + " Fits", way + " Cannot");
        }
        assertThat(seen).contains("End on Merge Mended", "End on OnEdge Mended", "Fresh on Merge Mended",
                "Fresh on OnEdge Mended", "Start on Output Mended", "MainEnd on Inlet Mended");
    }

    /** Loops, edges in odd roles, settings of any size: the answers are true there too, and nothing throws. */
    @Test
    void theyAreInNetworksThatNobodyShouldDraw() {
        for (long seed = 0; seed < 1_000; seed++) {
            Network drawn = new HostileNetworks(new Random(seed)).next();
            for (Carried carried : Gestures.all(drawn)) {
                Landings landings = Landings.of(drawn, carried);
                for (Landing landing : landings.all()) {
                    for (Layer.Merge merge : MERGES) {
                        check(drawn, carried, landings, landing, merge,
                                "seed " + seed + ", " + carried + ", " + merge.op() + ", " + landing);
                    }
                }
            }
            for (Edge skip : Gestures.skips(drawn)) {
                assertThat(Skips.costOf(drawn, Skips.detach(drawn, skip)).repair()).isEqualTo(Cost.NONE);
            }
        }
    }

    private static void check(Network drawn, Carried carried, Landings landings, Landing landing, Layer.Merge merge,
            String context) {
        Dropped bare = Gestures.drop(drawn, carried, landing.target(), merge, List.of());
        Fit fit = Shapes.of(bare.network()).fit(bare.taker());
        List<Repair> repairs = landings.repairs(landing.target(), merge);
        switch (landing.answer(merge)) {
            case Answer.Fits fits -> {
                assertThat(fit).as(context).isEqualTo(new Fit.Fits(fits.result()));
                assertThat(repairs).as(context).isEmpty();
            }
            case Answer.Mended(Repair usual) -> {
                assertThat(fit).as(context).isInstanceOf(Fit.Breaks.class);
                assertThat(repairs).as(context).first().isEqualTo(usual);
                for (Repair repair : repairs) {
                    Dropped mended = Gestures.drop(drawn, carried, landing.target(), merge, repair.layers());
                    assertThat(Shapes.of(mended.network()).fit(mended.taker())).as(context + ", " + repair)
                            .isEqualTo(new Fit.Fits(repair.result()));
                    assertThat(mended.added().stream().limit(repair.layers().size())
                            .map(id -> mended.network().node(id).layer())).as(context).isEqualTo(repair.layers());
                }
            }
            case Answer.Cannot(String why) when why.startsWith("a loop") -> {
                assertThat(Shapes.of(bare.network()).misfits()).as(context)
                        .anyMatch(misfit -> misfit.rule() == Misfit.Rule.NO_CYCLE);
                assertThat(repairs).as(context).isEmpty();
            }
            case Answer.Cannot(String why) when why.contains("already") ->
                    assertThat(bare.network()).as(context).isEqualTo(drawn);
            case Answer.Cannot(String why) -> {
                assertThat(why).as(context).isNotBlank();
                assertThat(fit).as(context).isNotInstanceOf(Fit.Fits.class);
                assertThat(repairs).as(context).isEmpty();
            }
        }
    }

    /** But for what the gesture changes: the edge, the merge that it leaves, the node that it enters. */
    @Test
    void aDropTouchesNothingElse() {
        for (long seed = 0; seed < 1_000; seed++) {
            Network drawn = new RandomNetworks(seed).drawn(16);
            for (Carried carried : Gestures.all(drawn)) {
                List<Landing> places = new ArrayList<>(Landings.of(drawn, carried).all());
                Collections.shuffle(places, new Random(seed));
                for (Landing landing : places.subList(0, Math.min(2, places.size()))) {
                    String context = "seed " + seed + ", " + carried + ", " + landing;
                    Dropped dropped = Gestures.drop(drawn, carried, landing.target(), new Layer.Add(),
                            List.of(new Layer.Relu(), new Layer.Identity()));
                    assertUntouched(drawn, carried, landing.target(), dropped, context);
                }
            }
        }
    }

    private static void assertUntouched(Network drawn, Carried carried, Target target, Dropped dropped,
            String context) {
        Set<NodeId> kept = dropped.network().nodes().stream().map(Node::id).collect(Collectors.toSet());
        Set<NodeId> concerned = new HashSet<>(Set.of(dropped.taker()));
        if (target instanceof Target.OnEdge(Edge edge)) {
            concerned.add(edge.to());
        }
        switch (carried) {
            case Carried.End(Edge skip) -> {
                concerned.add(skip.to());
                concerned.addAll(drawn.consumers(skip.to()));
            }
            case Carried.MainEnd(Edge edge) -> concerned.add(edge.to());
            // What mended the old skip alone goes with it.
            case Carried.Start(Edge edge) -> concerned.addAll(drawn.upstream(edge.of(drawn).source()).stream()
                    .filter(id -> !kept.contains(id)).toList());
            case Carried.Fresh _ -> { }
        }
        for (Node node : drawn.nodes()) {
            if (!concerned.contains(node.id())) {
                assertThat(dropped.network().find(node.id())).as(context).contains(node);
            }
        }
        List<NodeId> order = dropped.network().nodes().stream().map(Node::id).toList();
        assertThat(order.stream().filter(drawn::has)).as(context).isEqualTo(
                drawn.nodes().stream().map(Node::id).filter(kept::contains).toList());
    }

    @Test
    void whatIsPutBackWhereItWasLeavesTheNetworkAsItWas() {
        int ends = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Network drawn = new RandomNetworks(seed).drawn(16);
            for (Edge skip : Gestures.skips(drawn)) {
                if (drawn.node(skip.to()).layer() instanceof Layer.Merge merge) {
                    Dropped back = Gestures.drop(drawn, new Carried.End(skip), new Target.Merge(skip.to()), merge,
                            List.of());
                    assertThat(back.network()).as("seed %d, %s", seed, skip).isEqualTo(drawn);
                    ends++;
                }
            }
        }
        assertThat(ends).isGreaterThan(1_000);
    }

    /** A merge of one skip and one branch, of which one layer takes the tensor, can be made anew before that layer. */
    @Test
    void onTheEdgeWhereItsMergeWasASkipMakesTheSameMergeUnderANewId() {
        int merges = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Network drawn = new RandomNetworks(seed).fitting(16);
            for (Node merge : drawn.skipMerges()) {
                List<NodeId> consumers = drawn.consumers(merge.id());
                if (consumers.size() != 1 || merge.inlets().size() != 2
                        || merge.inlets().get(1).role() != Inlet.Role.MAIN) {
                    continue;
                }
                int inlet = drawn.node(consumers.getFirst()).inlets().indexOf(Inlet.main(merge.id()));
                if (inlet >= 0) {
                    Dropped dropped = Gestures.drop(drawn, new Carried.End(new Edge(merge.id(), 0)),
                            new Target.OnEdge(new Edge(consumers.getFirst(), inlet)), (Layer.Merge) merge.layer(),
                            List.of());
                    assertThat(byId(dropped.network(), id -> id.equals(dropped.taker()) ? merge.id() : id))
                            .as("seed %d, %s", seed, merge).isEqualTo(byId(drawn, id -> id));
                    merges++;
                }
            }
        }
        assertThat(merges).isGreaterThan(500);
    }

    private static Map<NodeId, Node> byId(Network network, Function<NodeId, NodeId> renamed) {
        return network.nodes().stream().map(node -> new Node(renamed.apply(node.id()), node.name(), node.group(),
                node.layer(), node.inlets().stream()
                        .map(in -> new Inlet(renamed.apply(in.source()), in.role())).toList()))
                .collect(Collectors.toMap(Node::id, node -> node));
    }

    @Test
    void aNewSkipThatIsTakenAwayAgainLeavesTheNetworkAsItWas() {
        int drops = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Network drawn = new RandomNetworks(seed).fitting(16);
            for (Node source : drawn.nodes()) {
                if (drawn.consumers(source.id()).isEmpty()) {
                    continue;
                }
                Carried fresh = new Carried.Fresh(source.id());
                Landings landings = Landings.of(drawn, fresh);
                for (Landing landing : landings.all()) {
                    if (landing.target() instanceof Target.OnEdge
                            && !(landing.add() instanceof Answer.Cannot)) {
                        List<Layer> repair = landing.add() instanceof Answer.Mended(Repair usual)
                                ? usual.layers() : List.of();
                        Dropped dropped = Gestures.drop(drawn, fresh, landing.target(), new Layer.Add(), repair);
                        assertThat(Skips.detach(dropped.network(), new Edge(dropped.taker(), 0)))
                                .as("seed %d, %s, %s", seed, fresh, landing).isEqualTo(drawn);
                        drops++;
                    }
                }
            }
        }
        assertThat(drops).isGreaterThan(10_000);
    }
}
