package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.RandomEdits;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Edge;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Carrying.Dropped;

/** What is shown while an edge is carried is what the drop then does, in random networks. */
class DropsTest {
    private static final int NETWORKS = 120;
    private static final int GESTURES = 3;

    private final Window window = new Window();
    private final Session session = new Session(new Runner(window), () -> new EngineStart(new Idle(), Optional.empty()),
            opened(new RandomNetworks(1).fitting(3)));
    private final Carrying carrying = session.carrying();
    private final Map<Dropped, Integer> seen = new EnumMap<>(Dropped.class);

    /** Computes nothing: here it is shapes that count. */
    private static final class Idle implements Engine {
        @Override
        public String name() {
            return "idle";
        }

        @Override
        public Footprint footprint(List<Pass> passes, Retention retention) {
            return new Footprint(0, 0, 1, Optional.empty());
        }

        @Override
        public Walk begin(List<Pass> passes, Retention retention) {
            throw new CancellationException();
        }

        @Override
        public void close() {}
    }

    private static Origin opened(Network network) {
        return opened(RandomEdits.document(network));
    }

    private static Origin opened(Document document) {
        return new Origin(document, "random", "", Optional.empty());
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void everyAnswerAndEveryOfferedRepairIsTrue() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Random random = new Random(seed);
            session.open(opened(random.nextInt(4) == 0 ? new HostileNetworks(random).next()
                    : new RandomNetworks(seed).drawn(10)));
            if (random.nextInt(3) == 0) {
                session.show(Shown.CONCAT);
            }
            Document drawn = session.document().get();
            List<Carried> gestures = gestures(drawn.network());
            Collections.shuffle(gestures, random);
            for (Carried carried : gestures.subList(0, Math.min(GESTURES, gestures.size()))) {
                carrying.lift(carried);
                for (Landing landing : carrying.carry().get().orElseThrow().landings().all()) {
                    carrying.lift(carried);
                    carrying.aim(Optional.of(landing.target()));
                    drop("seed " + seed + ", " + carried + ", " + landing, drawn, landing, random);
                }
            }
        }
        assertThat(seen).as("drops by how they ended").allSatisfy((_, count) -> assertThat(count).isGreaterThan(200))
                .containsOnlyKeys(Dropped.values());
    }

    private void drop(String context, Document drawn, Landing landing, Random random) {
        Carry carry = carrying.carry().get().orElseThrow();
        assertThat(carry.aimed()).as(context).contains(landing);
        Optional<Shape> fits = carry.asItIs(landing).map(edit -> ((Answer.Fits) landing.answer(edit.merge())).result());
        boolean cannot = landing.add() instanceof Answer.Cannot && landing.concat() instanceof Answer.Cannot;
        Dropped dropped = carrying.drop();
        seen.merge(dropped, 1, Integer::sum);
        assertThat(dropped).as(context)
                .isEqualTo(fits.isPresent() ? Dropped.MADE : cannot ? Dropped.RETURNED : Dropped.ASKED);
        switch (dropped) {
            case MADE -> {
                assertThat(made(drawn, carry.carried(), landing.target())).as(context).isEqualTo(fits);
                session.undo();
            }
            case RETURNED -> assertThat(session.notice().get().orElseThrow().text()).as(context).isNotBlank();
            case ASKED -> {
                List<Carry.Mend> mends = carrying.carry().get().orElseThrow().mends();
                mends.forEach(mend -> check(context + ", " + mend, drawn, mend));
                Carry.Mend chosen = mends.get(random.nextInt(mends.size()));
                carrying.mend(chosen);
                assertThat(made(drawn, carry.carried(), landing.target())).as(context).contains(chosen.result());
                session.undo();
            }
        }
        assertThat(session.document().get().network()).as(context).isSameAs(drawn.network());
        assertThat(carrying.carry().get()).as(context).isEmpty();
        window.drain();
    }

    /** It mends, and costs what it says. */
    private static void check(String context, Document drawn, Carry.Mend mend) {
        Network after = mend.edit().apply(drawn).network();
        assertThat(taker(drawn.network(), after, mend.edit().carried(), mend.edit().target())
                .flatMap(Shapes.of(after)::find)).as(context).contains(mend.result());
        assertThat(mend.cost().total()).as(context).isEqualTo(total(after).minus(total(drawn.network())));
    }

    private static Cost total(Network network) {
        return Costs.of(Variant.AS_DRAWN.of(network)).total();
    }

    /** The shape that came of it; the same network where it was put back. */
    private Optional<Shape> made(Document drawn, Carried carried, Target target) {
        Network after = session.document().get().network();
        return taker(drawn.network(), after, carried, target).flatMap(Shapes.of(after)::find);
    }

    private static Optional<NodeId> taker(Network before, Network after, Carried carried, Target target) {
        return switch (target) {
            case Target.Merge(NodeId id) -> Optional.of(id);
            case Target.Inlet(NodeId id) -> Optional.of(id);
            case Target.Output _ -> Optional.of(((Carried.Start) carried).edge().to());
            // The merge is made after what mends it, and stands right behind it.
            case Target.OnEdge _ -> after.nodes().stream().map(Node::id).filter(id -> !before.has(id))
                    .reduce((_, last) -> last);
        };
    }

    private static List<Carried> gestures(Network network) {
        List<Carried> all = new ArrayList<>();
        for (Node node : network.nodes()) {
            all.add(new Carried.Fresh(node.id()));
            for (int i = 0; i < node.inlets().size(); i++) {
                Edge edge = new Edge(node.id(), i);
                all.add(new Carried.Start(edge));
                all.add(node.inlets().get(i).role() == Inlet.Role.SKIP ? new Carried.End(edge) : new Carried.MainEnd(edge));
            }
        }
        return all;
    }

    /** Shapes, costs, all lanes and their layout, of every network on the way; and back again. */
    @Test
    void noEditStopsTheSessionAndUndoingAllGivesTheVeryNetwork() {
        for (long seed = 0; seed < 250; seed++) {
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            Network first = random.nextInt(3) == 0 ? new HostileNetworks(random).next() : new RandomNetworks(seed).drawn(10);
            session.open(opened(first));
            StringBuilder done = new StringBuilder("seed " + seed);
            for (int step = 0; step < 6; step++) {
                Edit edit = edits.next(session.document().get());
                done.append('\n').append(edit);
                session.edit(edit);
                Comparison lanes = session.comparison().get();
                assertThat(lanes.drawn()).as(done.toString()).isSameAs(session.document().get().network());
                assertThat(lanes.lanes()).as(done.toString()).allSatisfy(lane -> assertThat(lane.network().nodes())
                        .allMatch(node -> lanes.layout().boxes().containsKey(node.id())));
                assertThat(lanes.layout().boxes()).as(done.toString()).containsKey(session.selection().get());
                window.drain();
            }
            while (session.history().get().canUndo()) {
                session.undo();
            }
            assertThat(session.document().get().network()).as(done.toString()).isSameAs(first);
            assertThat(session.notice().get().filter(said -> said.kind() == Notice.Kind.ERROR)).as(done.toString())
                    .isEmpty();
        }
    }
}
