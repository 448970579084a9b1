package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.DeleteNodes;
import skipstitch.document.Document;
import skipstitch.document.RenameNetwork;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.DataFolder;
import skipstitch.files.documents.ReadDocument;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Files of networks, without a window. */
class FilingTest {
    private static final Preset DENSE = Presets.find("dense-block").orElseThrow();
    private static final Duration LONG = Duration.ofHours(1);
    @TempDir
    Path folder;
    private final Window window = new Window();
    private final Answers answers = new Answers();
    private final List<Session> sessions = new ArrayList<>();

    private Session session() {
        return session(Duration.ofMillis(1), LONG);
    }

    private Session session(Duration idle, Duration most) {
        Session session = new Session(new Runner(window),
                () -> new EngineStart(PlainEngine.open(), Optional.empty()),
                Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()), answers,
                Optional.of(new Keeping(new DataFolder(folder.resolve("data")), idle, most)));
        sessions.add(session);
        return session;
    }

    @AfterEach
    void close() {
        sessions.forEach(Session::close);
    }

    private static boolean unsaved(Session session) {
        return session.history().get().hasUnsavedWork();
    }

    private static String name(Session session) {
        return session.document().get().network().name();
    }

    private static Document read(Path file) throws Exception {
        assertThat(SkipFile.read(file)).isInstanceOf(ReadDocument.Whole.class);
        return SkipFile.read(file).document();
    }

    /** What is said, once something is. */
    private Notice said(Session session) {
        window.until(() -> session.notice().get().isPresent());
        return session.notice().get().orElseThrow();
    }

    private static void answer(Session session, String title) {
        Notice.Choice chosen = session.notice().get().orElseThrow().choices().stream()
                .filter(each -> each.title().equals(title)).findFirst().orElseThrow();
        session.dismissNotice();
        chosen.act().run();
    }

    private List<Path> unsavedFiles() {
        Path unsaved = folder.resolve("data/unsaved");
        try (Stream<Path> files = Files.isDirectory(unsaved) ? Files.list(unsaved) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(SkipFile.ENDING)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isKept(String name) {
        return unsavedFiles().stream().anyMatch(file -> {
            try {
                return Files.readString(file).contains('"' + name + '"');
            } catch (IOException _) {
                return false;
            }
        });
    }

    @Test
    void whatIsSavedIsKnownAgainAfterUndoAndStaysItsFile() throws Exception {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        Path file = folder.resolve("mine.skip.json");
        answers.choose(file);
        session.filing().save();
        window.until(() -> !unsaved(session));
        assertThat(answers.suggested()).containsExactly("mine.skip.json");
        assertThat(read(file).network().name()).isEqualTo("mine");
        assertThat(session.origin().get().file()).contains(file);

        session.edit(new RenameNetwork("other"));
        assertThat(unsaved(session)).isTrue();
        session.undo();
        assertThat(unsaved(session)).isFalse();
        session.redo();
        session.filing().save();
        window.until(() -> !unsaved(session));
        assertThat(read(file).network().name()).as("nobody was asked again").isEqualTo("other");
    }

    @Test
    void anEditWhileItIsSavedIsNotSaved() throws Exception {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        Path file = folder.resolve("mine.skip.json");
        session.filing().saveTo(file);
        session.edit(new DeleteNodes(Set.of(NodeId.of("relu1"))));
        window.until(() -> session.origin().get().file().isPresent());
        assertThat(unsaved(session)).isTrue();
        assertThat(read(file).network().name()).isEqualTo("mine");
        session.undo();
        assertThat(unsaved(session)).isFalse();
    }

    @Test
    void theEndingIsAddedAndAFileOfThatNameIsNotWrittenOverUnasked() throws Exception {
        Session session = session();
        Path there = Files.writeString(folder.resolve("a.skip.json"), "precious");
        session.filing().saveTo(folder.resolve("a"));
        assertThat(said(session).text()).isEqualTo("There is a “a.skip.json” already.");
        assertThat(there).hasContent("precious");
        answer(session, "Replace it");
        window.until(() -> session.origin().get().file().isPresent());
        assertThat(read(there).network()).isEqualTo(session.document().get().network());

        session.filing().saveTo(folder.resolve("b.json"));
        window.until(() -> session.origin().get().file().equals(Optional.of(folder.resolve("b.skip.json"))));
        assertThat(folder.resolve("b.json")).doesNotExist();
    }

    @Test
    void whatCannotBeSavedIsSaidAndStaysUnsaved() {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        session.filing().saveTo(folder.resolve("gone/mine.skip.json"));
        Notice said = said(session);
        assertThat(said.kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(said.text()).isEqualTo(
                "“mine.skip.json” was not saved: its folder is not there. Your work is still here.");
        assertThat(unsaved(session)).isTrue();
        assertThat(session.origin().get().file()).isEmpty();

        answers.choose(folder.resolve("mine.skip.json"));
        answer(session, "Save as…");
        window.until(() -> !unsaved(session));
    }

    @Test
    void aFileIsOpenedAndIsNoUnsavedWork() throws Exception {
        Session session = session();
        Path file = saved("dense.skip.json", DENSE);
        session.filing().open(file);
        window.until(() -> session.origin().get().file().isPresent());
        assertThat(session.document().get().network()).isEqualTo(DENSE.network());
        assertThat(session.history().get().canUndo()).isFalse();
        assertThat(unsaved(session)).isFalse();
        assertThat(session.notice().get()).isEmpty();
    }

    private Path saved(String name, Preset preset) throws IOException {
        Path file = folder.resolve(name);
        SkipFile.write(file, Origin.of(preset, BuiltInPicture.HOUSE.load()).document());
        return file;
    }

    @Test
    void anUnreadableFileLeavesWhatIsOpen() throws IOException {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        Document before = session.document().get();
        session.filing().take(Files.writeString(folder.resolve("bad.json"), "{\"nodes\": ["));
        Notice said = said(session);
        assertThat(said.kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(said.text()).contains("bad.json").contains("line 1, column ");
        assertThat(session.document().get()).isSameAs(before);
    }

    @Test
    void ofADamagedFileWhatCanBeKeptOpensOnlyWhenThePersonWantsIt() throws IOException {
        Session session = session();
        Document before = session.document().get();
        Path file = saved("dense.skip.json", DENSE);
        Files.writeString(file, Files.readString(file).replace("\"seed\": 1", "\"seed\": \"one\""));
        session.filing().open(file);
        Notice said = said(session);
        assertThat(said.text()).contains("Not all of “dense.skip.json” can be read.").contains("Line ");
        assertThat(session.document().get()).isSameAs(before);
        session.dismissNotice();
        assertThat(session.document().get()).isSameAs(before);

        session.filing().open(file);
        said(session);
        answer(session, "Open what can be kept");
        assertThat(session.document().get().network()).isEqualTo(DENSE.network());
        assertThat(session.origin().get().file()).as("the damaged file is not written over").isEmpty();
    }

    @Test
    void unsavedWorkIsAskedAboutBeforeItGoes() {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        session.filing().open(DENSE);
        assertThat(said(session).text()).isEqualTo("“mine” is not saved: what you made would be lost.");
        assertThat(name(session)).isEqualTo("mine");
        session.dismissNotice();
        assertThat(name(session)).isEqualTo("mine");

        session.filing().newNetwork();
        answer(session, "Don't save");
        assertThat(name(session)).isEqualTo("New network");
        session.filing().open(DENSE);
        assertThat(name(session)).as("nothing was made of the new one").isEqualTo("dense-block");
    }

    @Test
    void itGoesOnAfterASaveAndOnlyThen() throws Exception {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        session.filing().open(DENSE);
        answer(session, "Save");
        assertThat(name(session)).as("no place was named").isEqualTo("mine");

        session.filing().open(DENSE);
        answers.choose(folder.resolve("gone/mine.skip.json"));
        answer(session, "Save");
        assertThat(said(session).kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(name(session)).as("it was not saved").isEqualTo("mine");

        session.filing().open(DENSE);
        answers.choose(folder.resolve("mine.skip.json"));
        answer(session, "Save");
        assertThat(name(session)).isEqualTo("mine");
        window.until(() -> name(session).equals("dense-block"));
        assertThat(read(folder.resolve("mine.skip.json")).network().name()).isEqualTo("mine");
        assertThat(session.origin().get().file()).isEmpty();
    }

    @Test
    void nothingFollowsALaterSaveWhereTheQuestionInBetweenWasLeft() throws Exception {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        Files.writeString(folder.resolve("mine.skip.json"), "precious");
        answers.choose(folder.resolve("mine"));
        session.filing().open(DENSE);
        answer(session, "Save");
        window.until(() -> session.notice().get().isPresent());
        session.dismissNotice();

        session.filing().saveTo(folder.resolve("other.skip.json"));
        window.until(() -> !unsaved(session));
        assertThat(name(session)).isEqualTo("mine");

        session.edit(new RenameNetwork("again"));
        answers.choose(folder.resolve("mine"));
        session.filing().open(DENSE);
        answer(session, "Save");
        window.until(() -> name(session).equals("dense-block"));
        assertThat(read(folder.resolve("other.skip.json")).network().name()).isEqualTo("again");
    }

    @Test
    void leavingWaitsForASaveThatIsUnderWay() {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        session.filing().saveTo(folder.resolve("mine.skip.json"));
        List<String> gone = new ArrayList<>();
        session.filing().leaving(() -> gone.add("gone"));
        assertThat(gone).isEmpty();
        assertThat(session.notice().get()).isEmpty();
        window.until(() -> !gone.isEmpty());
        assertThat(unsaved(session)).isFalse();
    }

    @Test
    void recentFilesAreThoseOpenedOrSavedTheLastOneFirst() throws Exception {
        Session session = session();
        Path dense = saved("dense.skip.json", DENSE);
        session.filing().open(dense);
        window.until(() -> session.filing().recent().get().equals(List.of(dense)));
        Path other = folder.resolve("other.skip.json");
        session.filing().saveTo(other);
        window.until(() -> session.filing().recent().get().equals(List.of(other, dense)));
        Session later = session();
        window.until(() -> later.filing().recent().get().equals(List.of(other, dense)));
    }

    @Test
    void aSecondWindowOnAFileSaysSo() throws Exception {
        Path dense = saved("dense.skip.json", DENSE);
        Session first = session();
        Session second = session();
        first.filing().open(dense);
        window.until(() -> !first.filing().recent().get().isEmpty());
        assertThat(first.notice().get()).isEmpty();
        second.filing().open(dense);
        assertThat(said(second).text())
                .isEqualTo("“dense.skip.json” is open in another window, too: what is saved last wins.");
    }

    @Test
    void whatIsNotSavedIsKeptUntilItIs() {
        Session session = session();
        session.edit(new RenameNetwork("mine"));
        window.untilAnyhow(() -> isKept("mine"));
        session.edit(new RenameNetwork("later"));
        window.untilAnyhow(() -> isKept("later"));
        session.filing().saveTo(folder.resolve("mine.skip.json"));
        window.untilAnyhow(() -> unsavedFiles().isEmpty());

        session.edit(new RenameNetwork("more"));
        window.untilAnyhow(() -> isKept("more"));
        session.undo();
        window.untilAnyhow(() -> unsavedFiles().isEmpty());

        session.redo();
        window.untilAnyhow(() -> isKept("more"));
        session.close();
        assertThat(unsavedFiles()).as("it ended in order").isEmpty();
    }

    @Test
    void editsWithoutAPauseAreKeptToo() {
        Session session = session(LONG, Duration.ofMillis(50));
        int edits = 0;
        while (unsavedFiles().isEmpty()) {
            session.edit(new RenameNetwork("mine " + edits++));
            window.drain();
        }
        assertThat(edits).isPositive();
    }

    @Test
    void whatACrashLeftBehindIsOfferedAndOpensUnsaved() throws Exception {
        leaveBehind(1, "older", Duration.ofHours(30));
        leaveBehind(2, "newer", Duration.ofMinutes(3));
        Session session = session();
        Notice said = said(session);
        assertThat(said.text()).isEqualTo("Skipstitch ended without saving “newer”, 3 minutes ago.");
        answer(session, "Open it");
        assertThat(name(session)).isEqualTo("newer");
        assertThat(unsaved(session)).isTrue();
        window.untilAnyhow(() -> unsavedFiles().size() == 2 && isKept("newer") && unsavedFiles().stream()
                .noneMatch(file -> file.getFileName().toString().endsWith("-1-2" + SkipFile.ENDING)));

        Session next = session();
        assertThat(said(next).text()).isEqualTo("Skipstitch ended without saving “older”, 1 day ago.");
        answer(next, "Forget it");
        assertThat(next.notice().get()).isEmpty();
        window.untilAnyhow(() -> !isKept("older"));
        assertThat(isKept("newer")).as("the other window's").isTrue();
    }

    @Test
    void whatAKilledProcessHadNotSavedIsOfferedByTheNextOne() throws Exception {
        try (EditingProcess _ = new EditingProcess(folder.resolve("data"), "half done")) {
            Session neighbour = session();
            window.until(() -> neighbour.status().get() == Session.Status.IDLE);
            assertThat(neighbour.notice().get()).as("it still runs").isEmpty();
        }
        Session next = session();
        assertThat(said(next).text()).startsWith("Skipstitch ended without saving “half done”, ");
        answer(next, "Open it");
        assertThat(name(next)).isEqualTo("half done");
        assertThat(unsaved(next)).isTrue();
    }

    @Test
    void anOfferWaitsForItsAnswer() throws Exception {
        leaveBehind(1, "older", Duration.ofMinutes(1));
        Session session = session();
        Notice offer = said(session);
        session.tell(new Notice(Notice.Kind.INFO, "By the way."));
        assertThat(session.notice().get()).contains(offer);
        session.dismissNotice();
        assertThat(session.notice().get()).map(Notice::text).contains("By the way.");
        session.dismissNotice();
        assertThat(session.notice().get()).isEmpty();
        assertThat(isKept("older")).as("it can still be had").isTrue();
    }

    /** As if a process that no longer runs had kept it. */
    private void leaveBehind(int window, String name, Duration ago) throws IOException {
        Path unsaved = Files.createDirectories(folder.resolve("data/unsaved"));
        Path file = unsaved.resolve(999_999_999_999L + "-1-" + window + SkipFile.ENDING);
        Document document = Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()).document();
        SkipFile.write(file, new RenameNetwork(name).apply(document));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }
}
