package skipstitch.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import skipstitch.document.RenameNetwork;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.DataFolder;
import skipstitch.network.presets.Presets;

/** A process in which somebody works and does not save, to be killed. */
final class EditingProcess implements AutoCloseable {
    private final Process process;

    /** Returns when the edit was kept. */
    EditingProcess(Path data, String name) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-classpath", System.getProperty("java.class.path"),
                EditingProcess.class.getName(), data.toString(), name)
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

    /** {@code DATA NAME}. */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Window window = new Window();
        Session session = new Session(new Runner(window),
                () -> new EngineStart(PlainEngine.open(), Optional.empty()),
                Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()), FileChoice.NOBODY,
                Optional.of(new Keeping(new DataFolder(data), Duration.ofMillis(1), Duration.ofSeconds(1))));
        session.edit(new RenameNetwork(args[1]));
        window.untilAnyhow(() -> Files.isDirectory(data.resolve("unsaved"))
                && data.resolve("unsaved").toFile().list((_, name) -> !name.startsWith(".")).length > 0);
        System.out.write('.');
        System.out.flush();
        System.in.read();
    }
}
