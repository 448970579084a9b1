package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.session.Runner.Slot;

class RunnerTest {
    private final Window window = new Window();
    private final Runner runner = new Runner(window);
    private final List<String> delivered = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    /** A result that says when it is closed. */
    private static final class Resource implements AutoCloseable {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void close() {
            closed.countDown();
        }

        boolean isClosedSoon() throws InterruptedException {
            return closed.await(60, TimeUnit.SECONDS);
        }
    }

    private void submit(Slot slot, Runner.Job<String> job) {
        runner.submit(slot, job, delivered::add, failure -> delivered.add("failed: " + failure.getMessage()));
    }

    @Test
    void deliversOnTheWindowsThreadAndNotBefore() {
        submit(Slot.RUN, _ -> "result");
        Runnable delivery = window.next();
        assertThat(delivered).isEmpty();
        delivery.run();
        assertThat(delivered).containsExactly("result");
    }

    @Test
    void theNewestRequestWins() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean toldToStop = new AtomicBoolean();
        submit(Slot.RUN, ticket -> {
            started.countDown();
            go.await();
            toldToStop.set(ticket.isCancelled());
            return "old";
        });
        started.await();
        submit(Slot.RUN, _ -> "never begun");
        submit(Slot.RUN, _ -> "new");
        go.countDown();
        window.until(() -> !delivered.isEmpty());
        window.drain();
        assertThat(delivered).containsExactly("new");
        assertThat(toldToStop).isTrue();
    }

    @Test
    void aSupersededResultIsClosedEvenIfItWasOnItsWayToTheWindow() throws InterruptedException {
        Resource old = new Resource();
        List<Object> got = new ArrayList<>();
        runner.submit(Slot.RUN, _ -> old, got::add, got::add);
        Runnable onItsWay = window.next();
        submit(Slot.RUN, _ -> "new");
        onItsWay.run();
        assertThat(got).isEmpty();
        assertThat(old.isClosedSoon()).isTrue();
    }

    @Test
    void aFailureIsDelivered() {
        submit(Slot.PICTURE, _ -> {
            throw new IllegalStateException("broken");
        });
        window.next().run();
        assertThat(delivered).containsExactly("failed: broken");
    }

    @Test
    void aSupersededFailureIsNotDeliveredEvenIfItWasOnItsWay() {
        submit(Slot.RUN, _ -> {
            throw new IllegalStateException("broken");
        });
        Runnable onItsWay = window.next();
        submit(Slot.RUN, _ -> "new");
        onItsWay.run();
        window.until(() -> !delivered.isEmpty());
        assertThat(delivered).containsExactly("new");
    }

    @Test
    void whatWasCalledOffSaysNothing() {
        submit(Slot.RUN, _ -> {
            throw new CancellationException();
        });
        submit(Slot.EXPLAIN, _ -> "other");
        window.until(() -> !delivered.isEmpty());
        assertThat(delivered).containsExactly("other");
    }

    @Test
    void slotsDoNotSupersedeEachOther() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        submit(Slot.RUN, _ -> {
            go.await();
            return "run";
        });
        submit(Slot.EXPLAIN, _ -> "explain");
        window.until(() -> !delivered.isEmpty());
        assertThat(delivered).containsExactly("explain");
        go.countDown();
        window.until(() -> delivered.size() > 1);
        assertThat(delivered).containsExactly("explain", "run");
    }

    @Test
    void afterAFailureTheSlotGoesOn() {
        submit(Slot.RUN, _ -> {
            throw new OutOfMemoryError("made up");
        });
        window.next().run();
        submit(Slot.RUN, _ -> "next");
        window.next().run();
        assertThat(delivered).containsExactly("failed: made up", "next");
    }

    @Test
    void afterClosingNothingIsDeliveredAndNothingIsRun() {
        submit(Slot.RUN, _ -> "late");
        Runnable onItsWay = window.next();
        runner.close();
        onItsWay.run();
        submit(Slot.RUN, _ -> "after");
        window.drain();
        assertThat(delivered).isEmpty();
    }

    @Test
    void closesWhatIsDisposedOfOnlyAfterTheRunThatUsesIt() throws InterruptedException {
        List<String> order = new ArrayList<>();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch calledOff = new CountDownLatch(1);
        runner.submit(Slot.RUN, ticket -> {
            running.countDown();
            calledOff.await();
            order.add(ticket.isCancelled() ? "called off" : "went on");
            return "result";
        }, delivered::add, failure -> delivered.add(failure.getMessage()));
        running.await();
        runner.dispose(() -> order.add("closed"));
        runner.cancel(Slot.RUN);
        calledOff.countDown();
        runner.close();
        assertThat(order).containsExactly("called off", "closed");
    }
}
