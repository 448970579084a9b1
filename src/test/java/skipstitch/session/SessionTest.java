package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.Observable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.ChosenPicture;
import skipstitch.document.DeleteNodes;
import skipstitch.document.Picture;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Inspection;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session.Status;

/** A session on the plain engine, without a window. */
class SessionTest {
    private final Window window = new Window();
    private final Gate engine = new Gate(PlainEngine.open());
    private final Picture house = BuiltInPicture.HOUSE.load();
    private final Session session = new Session(new Runner(window),
            () -> new EngineStart(engine, Optional.of(new Notice(Notice.Kind.INFO, "plain"))), Origin.of(Presets.first(), house));

    private Optional<Results> inspected = Optional.empty();
    private Optional<NodeId> inspectedNode = Optional.empty();

    /** The plain engine; a test may hold its next run up, or let it fail. */
    private static final class Gate implements Engine {
        private final Engine engine;
        private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});
        private final CountDownLatch closed = new CountDownLatch(1);

        Gate(Engine engine) {
            this.engine = engine;
        }

        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public Footprint footprint(List<Pass> passes, Retention retention) {
            return engine.footprint(passes, retention);
        }

        @Override
        public Walk begin(List<Pass> passes, Retention retention) {
            before.getAndSet(() -> {}).run();
            return engine.begin(passes, retention);
        }

        @Override
        public void close() {
            engine.close();
            closed.countDown();
        }
    }

    @AfterEach
    void close() {
        session.close();
    }

    @BeforeEach
    void noteWhatIsInspected() {
        session.inspection().addListener((Observable _) -> {
            inspected = session.results().get();
            inspectedNode = session.inspection().get().map(Inspection::node);
        });
    }

    /** Until the newest results and the selected node in them are shown. */
    private void settle() {
        window.until(() -> session.status().get() == Status.IDLE
                && inspected.filter(of -> of == session.results().get().orElseThrow()).isPresent()
                && inspectedNode.equals(Optional.of(session.selection().get())));
    }

    /** Holds the engine's next run up until the returned latch is counted down; waits till it has begun. */
    private CountDownLatch holdUp(Runnable request) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before.set(() -> {
            begun.countDown();
            await(go);
        });
        request.run();
        await(begun);
        return go;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void opensWithBothLanesAtOnceAndFillsInWhenTheyHaveRun() {
        assertThat(session.status().get()).isEqualTo(Status.STARTING);
        assertThat(session.selection().get()).isEqualTo(NodeId.of("merge"));
        assertThat(session.comparison().get().lanes()).extracting(lane -> lane.variant())
                .containsExactly(Variant.ADD, Variant.CONCAT);
        assertThat(session.results().get()).isEmpty();
        settle();
        assertThat(session.engineName().get()).isEqualTo("plain Java");
        assertThat(session.notice().get()).contains(new Notice(Notice.Kind.INFO, "plain"));
        Results results = session.results().get().orElseThrow();
        assertThat(results.comparison()).isSameAs(session.comparison().get());
        assertThat(results.looks()).hasSize(8);
        assertThat(session.inspection().get().orElseThrow().panels()).hasSize(4);
    }

    @Test
    void withoutAnInputNothingIsComputedOrWaitedFor() {
        session.edit(new DeleteNodes(Set.of(NodeId.of("input"))));
        assertThat(session.comparison().get().drawn().inputShape()).isEmpty();
        assertThat(session.status().get()).isEqualTo(Status.IDLE);
        session.undo();
        settle();
        assertThat(session.engineName().get()).isEqualTo("plain Java");
    }

    @Test
    void switchingTheMergeComputesOnlyWhatIsNew() {
        settle();
        assertThat(session.results().get().orElseThrow().computed()).as("8 of add, 3 of concat").isEqualTo(11);
        session.show(Shown.NO_SKIP);
        settle();
        // An identity, and what follows it with another input.
        assertThat(session.results().get().orElseThrow().computed()).isEqualTo(3);
        session.show(Shown.BOTH);
        settle();
        assertThat(session.results().get().orElseThrow().computed()).isZero();
    }

    @Test
    void selectingShowsAnotherNodeAndWhatIsNotThereIsNotSelected() {
        settle();
        session.select(NodeId.of("conv1"));
        settle();
        assertThat(session.inspection().get().orElseThrow().node()).isEqualTo(NodeId.of("conv1"));
        session.select(NodeId.of("nowhere"));
        assertThat(session.selection().get()).isEqualTo(NodeId.of("conv1"));
    }

    @Test
    void pointingEndsWhenOtherTensorsAreShown() {
        settle();
        Inspection.Panel panel = session.inspection().get().orElseThrow().panels().getFirst();
        session.pointed().set(Optional.of(new Spot.InPanel(panel, 0, 1, 2)));
        session.select(NodeId.of("conv1"));
        settle();
        assertThat(session.pointed().get()).isEmpty();
    }

    @Test
    void switchingTheMergeWhileRunningShowsTheNewestOnly() {
        settle();
        List<Results> published = new ArrayList<>();
        session.results().addListener((_, _, now) -> now.ifPresent(published::add));
        CountDownLatch go = holdUp(() -> session.show(Shown.ADD));
        session.show(Shown.CONCAT);
        session.show(Shown.NO_SKIP);
        go.countDown();
        settle();
        window.drain();
        assertThat(published).extracting(results -> results.comparison()).containsExactly(session.comparison().get());
        assertThat(session.inspection().get().orElseThrow().panels()).hasSize(2);
    }

    @Test
    void resultsOfAnOlderComparisonAreNotInspected() {
        settle();
        CountDownLatch go = holdUp(() -> session.show(Shown.NO_SKIP));
        var before = session.inspection().get();
        session.select(NodeId.of("conv3"));
        window.drain();
        assertThat(session.inspection().get()).isEqualTo(before);
        go.countDown();
        settle();
        assertThat(session.inspection().get().orElseThrow().panels()).allMatch(panel ->
                panel.lane().filter(lane -> lane != Variant.NO_SKIP).isEmpty());
    }

    @Test
    void anInspectionOnItsWayIsNotShownOnceTheComparisonIsAnother() {
        settle();
        session.select(NodeId.of("conv3"));
        Runnable onItsWay = window.next();
        session.open(Presets.find("dense-block").orElseThrow());
        var before = session.inspection().get();
        onItsWay.run();
        assertThat(session.inspection().get()).isEqualTo(before);
        settle();
        assertThat(session.inspection().get().orElseThrow().node()).isEqualTo(NodeId.of("merge1"));
    }

    @Test
    void theResultsBeforeAreClosedWhenNewOnesAreShown() {
        settle();
        Results before = session.results().get().orElseThrow();
        session.picturing().choose(BuiltInPicture.FACE.load());
        window.until(() -> session.results().get().orElseThrow() != before);
        settle();
        session.select(NodeId.of("conv1"));
        session.show(Shown.ADD);
        settle();
        // Closing runs before the later run in the same slot, so it has happened by now.
        assertThatIllegalStateException().isThrownBy(() -> before.lanes().getFirst().activations().tensor(NodeId.of("conv1")));
    }

    @Test
    void aFailedRunBecomesANoticeAndLeavesWhatWasThere() {
        settle();
        Results before = session.results().get().orElseThrow();
        engine.before.set(() -> {
            throw new IllegalStateException("made up");
        });
        session.show(Shown.ADD);
        window.until(() -> session.status().get() == Status.FAILED);
        Notice notice = session.notice().get().orElseThrow();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notice.text()).startsWith("Something went wrong").doesNotContain("made up");
        assertThat(session.results().get()).contains(before);
        session.show(Shown.CONCAT);
        settle();
        assertThat(session.results().get().orElseThrow().comparison()).isSameAs(session.comparison().get());
    }

    @Test
    void aFileThatIsNoPictureLeavesTheOldOneAndSaysWhy(@TempDir Path folder) throws IOException {
        settle();
        Path file = Files.writeString(folder.resolve("notes.png"), "not a picture");
        session.dismissNotice();
        session.picturing().choose(file);
        window.until(() -> session.notice().get().isPresent());
        assertThat(session.notice().get().orElseThrow().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(session.notice().get().orElseThrow().text()).doesNotStartWith("Something went wrong");
        assertThat(session.picture().get().picture()).isSameAs(house);
        assertThat(session.status().get()).isEqualTo(Status.IDLE);
    }

    @Test
    void anotherPictureIsRunAndForgetsTheCrop() {
        settle();
        session.picturing().crop(session.picture().get().box(session.comparison().get().drawn().inputShape().orElseThrow()));
        Picture face = BuiltInPicture.FACE.load();
        session.picturing().choose(face);
        assertThat(session.picture().get()).isEqualTo(ChosenPicture.whole(face));
        settle();
    }

    @Test
    void openingAnotherNetworkSelectsItsFirstMerge() {
        settle();
        for (var preset : Presets.all()) {
            session.open(preset);
            assertThat(session.selection().get()).isEqualTo(preset.network().skipMerges().getFirst().id());
            settle();
            assertThat(session.results().get().orElseThrow().comparison().drawn()).isEqualTo(preset.network());
            window.drain();
        }
    }

    @Test
    void closingWhileRunningEndsQuietly() {
        settle();
        CountDownLatch go = holdUp(() -> session.show(Shown.NO_SKIP));
        Results before = session.results().get().orElseThrow();
        session.close();
        go.countDown();
        await(engine.closed);
        window.drain();
        assertThat(session.results().get()).contains(before);
        assertThat(session.notice().get()).contains(new Notice(Notice.Kind.INFO, "plain"));
        assertThatCode(() -> {
            session.show(Shown.ADD);
            session.select(NodeId.of("conv1"));
            session.close();
        }).doesNotThrowAnyException();
    }
}
