package skipstitch.files.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import skipstitch.network.presets.Presets;

/** Another process with a file open and something unsaved; it runs until it is killed. */
final class Neighbour implements AutoCloseable {
    private final Process process;

    /** Returns when it has both. */
    Neighbour(DataFolder data, Path file) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-classpath",
                System.getProperty("java.class.path"),
                Neighbour.class.getName(), data.path().toString(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (process.getInputStream().read() != '.') {
            throw new IOException("The other process did not come up");
        }
    }

    /** As in a crash: nothing is tidied up. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code DATA FILE}. */
    public static void main(String[] args) throws IOException {
        DataFolder data = new DataFolder(Path.of(args[0]));
        Path file = Path.of(args[1]);
        new OpenFiles(data).open(file);
        new Autosave(data).keep(SkipFileTest.document(Presets.first().network()), Optional.of(file));
        System.out.write('.');
        System.out.flush();
        System.in.read();
    }
}
