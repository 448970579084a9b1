package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.document.Tidy;
import skipstitch.document.DeleteNodes;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.presets.Presets;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Carrying.Dropped;

/** An edge in the hand, without a window. */
class CarryingTest {
    private final Window window = new Window();
    private final Session session = new Session(new Runner(window),
            () -> new EngineStart(PlainEngine.open(), Optional.empty()),
            Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()));
    private final Carrying carrying = session.carrying();

    private static final Edge SKIP = new Edge(NodeId.of("merge"), 0);

    @AfterEach
    void close() {
        session.close();
    }

    private static Target onEdgeInto(String node) {
        return new Target.OnEdge(new Edge(NodeId.of(node), 0));
    }

    private Carry carry() {
        return carrying.carry().get().orElseThrow();
    }

    @Test
    void aSkipDroppedWhereItFitsMovesAndIsUndoneAsOneStep() {
        Document before = session.document().get();
        carrying.lift(new Carried.End(SKIP));
        carrying.aim(Optional.of(onEdgeInto("relu1")));
        assertThat(carrying.drop()).isEqualTo(Dropped.MADE);
        assertThat(carrying.carry().get()).isEmpty();
        assertThat(session.document().get().network().has(NodeId.of("merge"))).as("dissolved").isFalse();
        NodeId ghost = session.selection().get();
        assertThat(session.document().get().network().node(ghost).inlets())
                .containsExactly(Inlet.skip(NodeId.of("conv0")), Inlet.main(NodeId.of("conv1")));
        assertThat(session.history().get().undoName()).contains("move skip to relu1");
        session.undo();
        assertThat(session.document().get().network()).isSameAs(before.network());
        assertThat(session.selection().get()).isEqualTo(NodeId.of("merge"));
    }

    @Test
    void whatOpenedAGateAddsElsewhereAsItsPlaceSaid() {
        NetworkBuilder net = new NetworkBuilder("gated");
        NodeId x = net.input(8, 6, 6);
        NodeId mask = net.chain("mask", Layer.Conv.same(1, 1), x);
        net.chain("relu", new Layer.Relu(), net.chain("thin", Layer.Conv.same(1, 3), x));
        NodeId gate = net.node("gate", new Layer.Gate(), Inlet.main(x), Inlet.skip(mask));
        session.open(Origin.of(Document.of(net.build(), session.picture().get(), 1), Optional.empty()));

        carrying.lift(new Carried.End(new Edge(gate, 1)));
        carrying.aim(Optional.of(onEdgeInto("relu")));
        assertThat(carry().aimed().orElseThrow().add()).isEqualTo(new Answer.Fits(new Shape(1, 6, 6)));
        assertThat(carrying.drop()).isEqualTo(Dropped.MADE);
        assertThat(session.document().get().network().node(session.selection().get()).layer())
                .isEqualTo(new Layer.Add());
    }

    @Test
    void whereItDoesNotFitItAsksAndTheChosenRepairMends() {
        session.open(Presets.find("residual-projection").orElseThrow());
        carrying.lift(new Carried.Fresh(NodeId.of("conv0")));
        carrying.aim(Optional.of(onEdgeInto("norm2")));
        assertThat(carrying.drop()).isEqualTo(Dropped.ASKED);
        assertThat(session.document().get().network()).isSameAs(Presets.find("residual-projection").orElseThrow().network());
        Carry.Mend usual = carry().mends().getFirst();
        assertThat(usual.merge()).isInstanceOf(Layer.Add.class);
        assertThat(usual.result()).isEqualTo(new Shape(8, 16, 16));
        assertThat(usual.cost().repair().params()).as("4 channels to 8 by 1×1").isEqualTo(32);
        assertThat(carry().mends()).extracting(Carry.Mend::merge).hasAtLeastOneElementOfType(Layer.Concat.class);
        carrying.mend(usual);
        assertThat(session.comparison().get().lanes()).allSatisfy(lane ->
                assertThat(lane.shapes().find(session.selection().get())).isPresent());
    }

    @Test
    void whatCannotBeGoesBackAndSaysWhy() {
        Document before = session.document().get();
        carrying.lift(new Carried.End(SKIP));
        carrying.aim(Optional.of(onEdgeInto("conv0")));
        assertThat(carrying.drop()).isEqualTo(Dropped.RETURNED);
        assertThat(session.notice().get().orElseThrow().text()).contains("loop");
        carrying.lift(new Carried.End(SKIP));
        assertThat(carrying.drop()).as("dropped on nothing").isEqualTo(Dropped.RETURNED);
        assertThat(session.document().get().network()).isSameAs(before.network());
    }

    @Test
    void steppingWalksThroughAllPlacesAndAroundTheEnds() {
        carrying.lift(new Carried.End(SKIP));
        List<Landing> all = carry().landings().all();
        for (Landing landing : all) {
            carrying.step(1);
            assertThat(carry().aimed()).contains(landing);
        }
        carrying.step(1);
        assertThat(carry().aimed()).contains(all.getFirst());
        carrying.step(-1);
        assertThat(carry().aimed()).contains(all.getLast());
    }

    @Test
    void anEditTakesTheEdgeOutOfTheHandAndALookDoesNot() {
        carrying.lift(new Carried.End(SKIP));
        session.show(Shown.ADD);
        session.edit(new Tidy());
        assertThat(carrying.carry().get()).isPresent();
        session.edit(new DeleteNodes(Set.of(NodeId.of("relu3"))));
        assertThat(carrying.carry().get()).isEmpty();
        carrying.lift(new Carried.End(new Edge(NodeId.of("nowhere"), 0)));
        assertThat(carrying.carry().get()).isEmpty();
    }

    @Test
    void aNewSkipIsWhatTheOnlyLaneShows() {
        session.show(Shown.CONCAT);
        carrying.lift(new Carried.Fresh(NodeId.of("conv1")));
        carrying.aim(Optional.of(onEdgeInto("conv3")));
        assertThat(carrying.drop()).isEqualTo(Dropped.MADE);
        assertThat(session.document().get().network().node(session.selection().get()).layer())
                .isInstanceOf(Layer.Concat.class);
    }
}
