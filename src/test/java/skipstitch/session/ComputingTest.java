package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Walk;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;
import skipstitch.session.Headway.Stage;
import skipstitch.session.Session.Status;

/** How far a run has come, layer by layer, and how it is called off. */
class ComputingTest {
    private final Window window = new Window();
    private final Stepwise engine = new Stepwise(PlainEngine.open());
    private final Session session = new Session(new Runner(window), () -> new EngineStart(engine, Optional.empty()),
            Origin.of(Presets.find("residual-block").orElseThrow(), BuiltInPicture.HOUSE.load()));

    @AfterEach
    void close() {
        engine.permits().release(1_000_000);
        session.close();
    }

    private Optional<Headway> headway() {
        return session.computing().headway().get();
    }

    private void untilLayer(int done) {
        engine.permits().release(done);
        window.until(() -> headway().filter(at -> at.stage() == Stage.LAYERS && at.done() == done).isPresent());
    }

    private void untilIdle() {
        engine.permits().release(1_000_000);
        window.until(() -> session.status().get() == Status.IDLE);
    }

    /** Of the layers that were computed, those that no lane has still to compute. */
    private Set<NodeId> complete() {
        Set<NodeId> all = new HashSet<>();
        engine.passed().forEach(stop -> all.add(stop.node().id()));
        Set<Walk.Stop> passed = Set.copyOf(engine.passed());
        List<Lane> lanes = new ArrayList<>();
        session.comparison().get().lanes().forEach(lane -> lanes.add(new Lane(lanes.size(), lane.network().nodes())));
        lanes.forEach(lane -> lane.nodes().stream().filter(node -> !passed.contains(new Walk.Stop(lane.index(), node)))
                .map(Node::id).forEach(all::remove));
        return all;
    }

    private record Lane(int index, List<Node> nodes) {}

    @Test
    void picturesArriveAsTheyAreComputedAndNoneBefore() {
        untilLayer(5);
        Headway first = headway().orElseThrow();
        assertThat(session.status().get()).isEqualTo(Status.RUNNING);
        assertThat(session.results().get()).isEmpty();
        int layers = session.comparison().get().lanes().stream().mapToInt(lane -> lane.network().nodes().size()).sum();
        assertThat(first.of()).isEqualTo(layers);
        assertThat(first.looks()).isNotEmpty().containsOnlyKeys(complete());
        assertThat(first.footprint().orElseThrow().needed()).isPositive();
        untilIdle();
        assertThat(headway()).isEmpty();
        Results results = session.results().get().orElseThrow();
        assertThat(results.looks().keySet()).containsExactlyInAnyOrderElementsOf(Stream.of(session.comparison().get())
                .flatMap(of -> of.lanes().stream()).flatMap(lane -> lane.network().nodes().stream()).map(Node::id)
                .distinct().toList());
    }

    @Test
    void aRunIsCalledOffBetweenLayersAndCanBeTakenUpAgain() {
        untilLayer(4);
        assertThat(session.computing().stop()).isTrue();
        assertThat(session.status().get()).isEqualTo(Status.STOPPED);
        assertThat(headway()).isEmpty();
        Notice notice = session.notice().get().orElseThrow();
        assertThat(notice.text()).startsWith("Stopped after 4 of ");
        assertThat(session.computing().stop()).as("nothing is under way any more").isFalse();
        engine.permits().release(1);
        notice.choices().getFirst().act().run();
        assertThat(session.status().get()).isEqualTo(Status.RUNNING);
        assertThat(session.notice().get()).as("it runs again").isEmpty();
        untilIdle();
        assertThat(session.results().get()).isPresent();
        assertThat(engine.passed().size() - 5).as("layers of the second run")
                .isEqualTo(session.comparison().get().lanes().stream().mapToInt(lane -> lane.network().nodes().size()).sum());
    }

    @Test
    void whatARunThatWasCalledOffHadToTellIsNotShownLater() {
        untilLayer(3);
        session.computing().stop();
        engine.permits().release(1);
        session.open(Presets.find("encoder-decoder").orElseThrow());
        window.until(() -> headway().isPresent());
        assertThat(headway().orElseThrow().comparison()).isSameAs(session.comparison().get());
        untilIdle();
    }
}
