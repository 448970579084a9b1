package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Bounded;
import skipstitch.engine.Engine;
import skipstitch.engine.MemoEngine;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Retention;
import skipstitch.engine.Weights;
import skipstitch.explain.Ran;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.InputSizes;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session.Status;
import skipstitch.tensor.Tensor;

/** A run that does not fit in memory, and what is offered. */
class TooLargeTest {
    private static final Network NETWORK = Presets.find("encoder-decoder").orElseThrow().network();

    private final Window window = new Window();
    private Optional<Session> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Session::close);
    }

    private Session open(long bytes) {
        Engine engine = new MemoEngine<>(new Bounded(bytes));
        Session session = new Session(new Runner(window), () -> new EngineStart(engine, Optional.empty()),
                Origin.of(Presets.find("encoder-decoder").orElseThrow(), BuiltInPicture.HOUSE.load()));
        open = Optional.of(session);
        return session;
    }

    private static long needed(Network network, Retention retention) {
        List<Pass> passes = Comparison.of(network, Shown.BOTH).lanes().stream()
                .map(lane -> new Pass(lane.shapes(), Weights.NONE, (Pictures) Tensor::zeros)).toList();
        try (Engine engine = new MemoEngine<>(new Bounded(1))) {
            return engine.footprint(passes, retention).needed();
        }
    }

    private Notice refusal(Session session) {
        window.until(() -> session.notice().get().isPresent());
        assertThat(session.status().get()).isEqualTo(Status.FAILED);
        Notice notice = session.notice().get().orElseThrow();
        assertThat(notice.text()).startsWith("This run needs ");
        return notice;
    }

    private static void choose(Notice notice, String title) {
        notice.choices().stream().filter(choice -> choice.title().startsWith(title)).findFirst().orElseThrow()
                .act().run();
    }

    @Test
    void keepingOnlyWhatIsLookedAtFitsAndEveryTensorCanBeSeenAllTheSame() {
        Session session = open(needed(NETWORK, Retention.WHAT_IS_TO_BE_READ));
        choose(refusal(session), "Keep only");
        assertThat(session.notice().get()).isEmpty();
        assertThat(session.computing().isSparing()).isTrue();
        window.until(() -> session.status().get() == Status.IDLE);
        Results results = session.results().get().orElseThrow();
        for (Ran ran : results.lanes()) {
            for (Node node : ran.lane().network().nodes()) {
                assertThat(results.looks()).containsKey(node.id());
                assertThat(ran.activations().tensor(node.id()).shape()).isEqualTo(ran.lane().shapes().shape(node.id()));
            }
        }
        session.open(Presets.first());
        assertThat(session.computing().isSparing()).as("of another network").isFalse();
    }

    @Test
    void theSmallerInputThatIsOfferedIsAboutTheLargestThatFits() {
        long room = needed(NETWORK, Retention.ALL) / 3;
        Session session = open(room);
        choose(refusal(session), "Use ");
        window.until(() -> session.status().get() == Status.IDLE);
        Network smaller = session.document().get().network();
        Shape before = NETWORK.inputShape().orElseThrow();
        Shape now = smaller.inputShape().orElseThrow();
        assertThat(now.height()).isLessThan(before.height());
        assertThat(now.area()).as("not much less than a third").isGreaterThan(before.area() / 6);
        assertThat(InputSizes.of(smaller).orElseThrow().works()).isTrue();
        assertThat(needed(smaller, Retention.ALL)).isLessThanOrEqualTo(room);
        assertThat(session.results().get().orElseThrow().footprint().fits()).isTrue();
    }

    @Test
    void whatAnEarlierRunHoldsGoesWhenThereIsNoRoomBesideIt() {
        long needed = needed(NETWORK, Retention.ALL);
        Session session = open(needed + needed / 2);
        window.until(() -> session.status().get() == Status.IDLE);
        Results first = session.results().get().orElseThrow();
        session.picturing().choose(BuiltInPicture.FACE.load());
        window.until(() -> session.status().get() == Status.IDLE && session.results().get().isPresent()
                && session.results().get().orElseThrow().setting() != first.setting());
        assertThat(session.notice().get()).isEmpty();
    }
}
