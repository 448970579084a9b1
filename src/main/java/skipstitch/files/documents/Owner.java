package skipstitch.files.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a file in the data folder is: a window of a process. Process numbers are used again, so the time at which the
 * process was started tells it from another one.
 *
 * @param pid     the process
 * @param started of the process, in milliseconds since 1970; 0 where the platform does not tell
 * @param window  which of the process's
 */
record Owner(long pid, long started, int window) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,9})");
    /** Linux tells when a process started by a clock that is set right now and then. */
    private static final long SLACK = 60_000;
    private static final AtomicInteger WINDOWS = new AtomicInteger();

    /** A new one in this process. */
    static Owner here() {
        ProcessHandle process = ProcessHandle.current();
        return new Owner(process.pid(), started(process), WINDOWS.incrementAndGet());
    }

    /** As {@link #toString} writes it. */
    static Optional<Owner> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches() ? Optional.of(new Owner(Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    boolean isRunning() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(started(process) - started) <= SLACK).isPresent();
    }

    @Override
    public String toString() {
        return pid + "-" + started + "-" + window;
    }
}
