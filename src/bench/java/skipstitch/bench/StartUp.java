package skipstitch.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Time from the JVM's start to the window and to the first activations: medians over fresh JVMs. Needs a
 * display; {@code xvfb-run} gives one.
 */
final class StartUp {
    private static final int STARTS = 7;

    private StartUp() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<long[]> times = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            times.add(start());
        }
        System.out.printf("start to window: %d ms, to first activations: %d ms (medians of %d starts)%n",
                median(times, 0), median(times, 1), STARTS);
    }

    private static long[] start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Engines.NATIVE_ACCESS, Engines.UNSAFE, "-cp", System.getProperty("java.class.path"),
                StartProbe.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String[] printed = new String(process.getInputStream().readAllBytes()).strip().split(" ");
        process.waitFor();
        return Arrays.stream(printed).mapToLong(Long::parseLong).toArray();
    }

    private static long median(List<long[]> times, int which) {
        return times.stream().mapToLong(time -> time[which]).sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
