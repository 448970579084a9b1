package skipstitch.bench.forward;

import java.io.IOException;
import java.nio.file.Path;

/** In a process of its own: two passes, and the most memory that the process had resident, in megabytes. */
final class PeakMemory {
    private PeakMemory() {}

    public static void main(String[] args) throws Exception {
        Task task = Task.of(args[1]);
        try (Contender contender = Kind.valueOf(args[0]).open(task)) {
            contender.pass(task.picture(1));
            contender.pass(task.picture(2));
            System.out.println("peak " + contender.peakMegabytes());
        }
        System.exit(0);
    }

    /** Of a fresh process. */
    static long of(Kind kind, Task task) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xss16m", "-Xmx2g",
                "-cp", System.getProperty("java.class.path"), PeakMemory.class.getName(), kind.name(), task.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return printed.lines().filter(line -> line.startsWith("peak "))
                .mapToLong(line -> Long.parseLong(line.substring("peak ".length()))).findFirst().orElse(-1);
    }
}
