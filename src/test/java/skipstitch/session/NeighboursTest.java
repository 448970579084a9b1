package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.Document;
import skipstitch.document.TurnKnob;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Inspection;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Ran;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session.Status;
import skipstitch.tensor.Tensor;

/** Networks beside the one that is edited, without a window. */
class NeighboursTest {
    private final Window window = new Window();
    private final Session session = new Session(new Runner(window), () -> new EngineStart(PlainEngine.open(), Optional.empty()),
            Origin.of(preset("mini-unet"), BuiltInPicture.HOUSE.load()));
    private final Neighbours neighbours = session.neighbours();

    private static Preset preset(String name) {
        return Presets.find(name).orElseThrow();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void put(String... names) {
        List.of(names).forEach(name -> neighbours.put(preset(name).network()));
    }

    private void settle() {
        window.until(() -> session.status().get() == Status.IDLE && !neighbours.busy().get()
                && session.inspection().get().map(Inspection::node).equals(Optional.of(wanted())));
    }

    private NodeId wanted() {
        return neighbours.selection().get().orElseGet(() -> session.selection().get());
    }

    private List<String> names() {
        return neighbours.all().get().stream().map(Beside::network).map(Network::name).toList();
    }

    private static Tensor tensor(Results results, NodeId id) {
        return results.lanes().getFirst().activations().tensor(id);
    }

    @Test
    void theSameEncoderHasTheSameNumbersToTheLastBit() {
        put("mini-segnet", "mini-fcn", "mini-linknet");
        settle();

        Results own = session.results().get().orElseThrow();
        List<Node> encoder = own.comparison().drawn().nodes().stream()
                .filter(node -> node.id().value().startsWith("encoder")).toList();
        assertThat(encoder).hasSizeGreaterThan(5);
        for (Beside beside : neighbours.all().get()) {
            Results theirs = beside.results().orElseThrow();
            for (Node node : encoder) {
                assertThat(tensor(theirs, node.id()).values()).as("%s in %s", node.id(), beside.network().name())
                        .isEqualTo(tensor(own, node.id()).values());
            }
        }
    }

    @Test
    void theFirstNeighbourHasTheNetworkShownAsDrawnAndTheLastOneThatGoesEndsThat() {
        put("mini-fcn");
        assertThat(session.shown().get()).isEqualTo(Shown.AS_DRAWN);
        neighbours.takeAway(neighbours.all().get().getFirst());
        assertThat(session.shown().get()).isEqualTo(Shown.BOTH);
        session.undo();
        assertThat(names()).containsExactly("mini-fcn");
        session.undo();
        assertThat(names()).isEmpty();
    }

    @Test
    void noMoreThanThreeStandBesideAndEachOnce() {
        put("mini-fcn", "mini-fcn");
        assertThat(session.notice().get().orElseThrow().text()).isEqualTo("“mini-fcn” stands beside already.");
        put("mini-segnet", "mini-linknet", "dense-block");
        assertThat(names()).containsExactly("mini-fcn", "mini-segnet", "mini-linknet");
        assertThat(session.notice().get().orElseThrow().text()).contains("No more than 3");
    }

    @Test
    void aNodeThatAllHaveIsShownOnceWhereItsNumbersAreTheSame() {
        put("mini-segnet", "mini-fcn");
        settle();
        NodeId shared = session.comparison().get().drawn().nodes().stream().map(Node::id)
                .filter(id -> id.value().startsWith("encoder")).findFirst().orElseThrow();
        neighbours.select(shared);
        settle();
        assertThat(session.inspection().get().orElseThrow().panels()).isNotEmpty()
                .allMatch(panel -> panel.where().equals(Optional.of("the same in all 3 networks")));
    }

    @Test
    void aNodeThatOnlyANeighbourHasIsSelectedThere() {
        put("mini-segnet");
        settle();
        NodeId own = session.selection().get();
        NodeId foreign = neighbours.all().get().getFirst().network().nodes().stream().map(Node::id)
                .filter(id -> !session.comparison().get().drawn().has(id)).findFirst().orElseThrow();

        neighbours.select(foreign);
        settle();

        assertThat(session.document().get().selection().nodes()).isEmpty();
        assertThat(session.selection().get()).isEqualTo(own);
        Inspection found = session.inspection().get().orElseThrow();
        assertThat(found.panels()).isNotEmpty().allMatch(panel -> panel.where().equals(Optional.of("mini-segnet")));
        Panel out = found.panels().getLast();
        assertThat(out.tensor().values()).isEqualTo(tensor(neighbours.all().get().getFirst().results().orElseThrow(), foreign)
                .values());

        session.select(own);
        settle();
        assertThat(neighbours.selection().get()).isEmpty();
    }

    @Test
    void anotherPictureIsRunInAllAndTheKnobMovesTheEditedOneAlone() {
        put("mini-segnet");
        settle();
        Results before = neighbours.all().get().getFirst().results().orElseThrow();
        session.edit(new TurnKnob(0.5, 1));
        settle();
        assertThat(neighbours.all().get().getFirst().results()).containsSame(before);

        session.picturing().choose(BuiltInPicture.values()[1].load());
        settle();
        Results after = neighbours.all().get().getFirst().results().orElseThrow();
        assertThat(after.setting().picture()).isEqualTo(session.picture().get());
        Ran own = session.results().get().orElseThrow().lanes().getFirst();
        NodeId input = own.lane().network().nodes().getFirst().id();
        assertThat(tensor(after, input).values()).isEqualTo(own.activations().tensor(input).values());
    }

    @Test
    void theEditedOneChangesPlacesWithANeighbourAndBack() {
        put("mini-segnet");
        Document before = session.document().get();
        neighbours.edit(neighbours.all().get().getFirst());
        assertThat(session.document().get().network().name()).isEqualTo("mini-segnet");
        assertThat(names()).containsExactly("mini-unet");
        settle();
        assertThat(session.title()).isEqualTo("mini-segnet");
        session.undo();
        assertThat(session.document().get().network()).isSameAs(before.network());
    }

    @Test
    void aFileIsPutBesideAndOneThatCannotBeReadChangesNothing(@TempDir Path folder) throws IOException {
        Path good = folder.resolve("other.skip.json");
        SkipFile.write(good, Origin.of(preset("mini-segnet"), BuiltInPicture.HOUSE.load()).document());
        Path bad = Files.writeString(folder.resolve("bad.skip.json"), "no network");
        Answers person = new Answers();
        try (Session other = new Session(new Runner(window),
                () -> new EngineStart(PlainEngine.open(), Optional.empty()),
                Origin.of(preset("mini-unet"), BuiltInPicture.HOUSE.load()), person, Optional.empty())) {
            person.choose(bad);
            other.filing().putBeside();
            window.until(() -> other.notice().get().isPresent());
            assertThat(other.neighbours().all().get()).isEmpty();

            person.choose(good);
            other.filing().putBeside();
            window.until(() -> !other.neighbours().all().get().isEmpty());
            assertThat(other.neighbours().all().get().getFirst().network()).isEqualTo(preset("mini-segnet").network());
        }
    }

    @Test
    void aNetworkThatCameWithWeightsKeepsItsPlace() {
        put("mini-segnet");
        settle();
        Ran own = session.results().get().orElseThrow().lanes().getFirst();
        session.open(Origin.of(session.document().get()
                .withGiven(GivenWeights.of(own.lane().shapes(), own.weights())), Optional.empty()));
        neighbours.edit(neighbours.all().get().getFirst());
        assertThat(session.document().get().network().name()).isEqualTo("mini-unet");
        assertThat(session.notice().get().orElseThrow().text()).contains("came with weights");
    }

    @Test
    void whatIsOpenedNextHasNothingBeside() {
        put("mini-segnet");
        session.open(preset("dense-block"));
        assertThat(names()).isEmpty();
        assertThat(session.shown().get()).isEqualTo(Shown.BOTH);
    }
}
