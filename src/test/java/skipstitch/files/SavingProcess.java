package skipstitch.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A process that saves, to be killed while it does. */
final class SavingProcess {
    static final int HALTED = 9;
    private static final int BYTES = 1 << 20;

    private SavingProcess() {}

    /** One version of the file's content: the same byte over and over. */
    static byte[] version(char which) {
        byte[] content = new byte[BYTES];
        Arrays.fill(content, (byte) which);
        return content;
    }

    static Process start(Path file, String... how) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-classpath", System.getProperty("java.class.path"),
                SavingProcess.class.getName(), file.toString()));
        Collections.addAll(command, how);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** {@code FILE forever}, or {@code FILE} and the step to halt after: {@code HALF}, or one of the save's. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        if (args[1].equals("forever")) {
            for (int i = 0; true; i++) {
                byte[] content = version(i % 2 == 0 ? 'b' : 'a');
                AtomicFile.write(file, out -> out.write(content));
                System.out.write('.');
                System.out.flush();
            }
        }
        AtomicFile.write(file, out -> {
            byte[] content = version('b');
            out.write(content, 0, BYTES / 2);
            halt(args[1].equals("HALF"));
            out.write(content, BYTES / 2, BYTES / 2);
        }, step -> halt(step.name().equals(args[1])));
    }

    private static void halt(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
