package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import skipstitch.session.Runner.Slot;

/** The window's thread is this test's: what is meant for it waits in a queue until the test lets it happen. */
@Timeout(60)
class RunnerTest {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final List<Object> heard = new ArrayList<>();

    @Test
    void deliversAResultOnTheWindowsThread() throws InterruptedException {
        try (Runner runner = new Runner(window::add)) {
            submit(runner, "one");
            Runnable delivery = window.take();
            assertThat(heard).isEmpty();
            delivery.run();
            assertThat(heard).containsExactly("one");
        }
    }

    @Test
    void aRequestSupersedesOneWhoseResultIsOnItsWay() throws InterruptedException {
        try (Runner runner = new Runner(window::add)) {
            submit(runner, "one");
            Runnable first = window.take();
            submit(runner, "two");
            first.run();
            window.take().run();
            assertThat(heard).containsExactly("two");
        }
    }

    @Test
    void aFailureThatWasSupersededOnItsWayIsNotHeard() throws InterruptedException {
        try (Runner runner = new Runner(window::add)) {
            runner.submit(Slot.RUN, _ -> {
                throw new IllegalStateException("meant to fail");
            }, heard::add, heard::add);
            Runnable failure = window.take();
            submit(runner, "two");
            failure.run();
            window.take().run();
            assertThat(heard).containsExactly("two");
        }
    }

    @Test
    void closesWhatASupersededJobMade() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AutoCloseable made = closed::countDown;
        try (Runner runner = new Runner(window::add)) {
            runner.submit(Slot.RUN, _ -> made, heard::add, heard::add);
            Runnable first = window.take();
            runner.cancel(Slot.RUN);
            first.run();
            closed.await();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void closesWhatIsDisposedOfOnlyAfterTheRunThatUsesIt() throws InterruptedException {
        List<String> order = new ArrayList<>();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch calledOff = new CountDownLatch(1);
        Runner runner = new Runner(window::add);
        runner.submit(Slot.RUN, ticket -> {
            running.countDown();
            calledOff.await();
            order.add(ticket.isCancelled() ? "called off" : "went on");
            return "result";
        }, heard::add, heard::add);
        running.await();
        runner.dispose(() -> order.add("closed"));
        runner.cancel(Slot.RUN);
        calledOff.countDown();
        runner.close();
        assertThat(order).containsExactly("called off", "closed");
    }

    private void submit(Runner runner, String result) {
        runner.submit(Slot.RUN, _ -> result, heard::add, heard::add);
    }
}
