package skipstitch.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.document.Document;
import skipstitch.document.History;
import skipstitch.files.documents.Autosave;
import skipstitch.files.documents.OpenFiles;
import skipstitch.files.documents.RecentFiles;
import skipstitch.session.Runner.Slot;

/**
 * What one window has in the data folder: the document while it is not saved, the mark of its file, and that file among
 * the recent ones. Follows the session. Used on the window's thread; the folder is touched in the background, in turn.
 */
final class Keeper {
    private final Session session;
    private final Runner runner;
    private final Keeping terms;
    private final Autosave autosave;
    private final OpenFiles openFiles;
    private final RecentFiles recentFiles;
    /** Belongs to the background. */
    private Optional<OpenFiles.Hold> hold = Optional.empty();

    private final ReadOnlyObjectWrapper<List<Path>> recent;
    private Optional<Path> file = Optional.empty();
    private Optional<Document> kept = Optional.empty();
    private Optional<Wait> wait = Optional.empty();

    /** @param recent where the recent files are published */
    Keeper(Session session, Runner runner, Keeping terms, ReadOnlyObjectWrapper<List<Path>> recent) {
        this.session = session;
        this.runner = runner;
        this.terms = terms;
        this.recent = recent;
        autosave = new Autosave(terms.data());
        openFiles = new OpenFiles(terms.data());
        recentFiles = new RecentFiles(terms.data());
        runner.queue(Slot.AUTOSAVE, _ -> recentFiles.list(), recent::set, session::fail);
        session.origin().subscribe(now -> hold(now.file()));
        session.history().subscribe(this::follow);
    }

    /**
     * An edit that is not kept yet.
     *
     * @param since   when the first one was made, by {@link System#nanoTime}
     * @param callOff keeps it from being kept
     */
    private record Wait(long since, Runnable callOff) {}

    private record Held(boolean elsewhere, List<Path> recent) {}

    private void hold(Optional<Path> now) {
        if (now.equals(file)) {
            return;
        }
        file = now;
        runner.queue(Slot.AUTOSAVE, _ -> {
            hold.ifPresent(OpenFiles.Hold::close);
            hold = now.map(openFiles::open);
            now.ifPresent(recentFiles::add);
            return new Held(hold.filter(OpenFiles.Hold::isElsewhere).isPresent(), recentFiles.list());
        }, held -> {
            recent.set(held.recent());
            if (held.elsewhere()) {
                session.tell(new Notice(Notice.Kind.WARNING, "“" + now.orElseThrow().getFileName()
                        + "” is open in another window, too: what is saved last wins."));
            }
        }, session::fail);
    }

    /** Puts a file among the recent ones that is not saved to. */
    void remember(Path opened) {
        runner.queue(Slot.AUTOSAVE, _ -> {
            recentFiles.add(opened);
            return recentFiles.list();
        }, recent::set, session::fail);
    }

    private void follow(History now) {
        if (now.hasUnsavedWork()) {
            if (kept.filter(now.now()::isSameWork).isEmpty()) {
                keepSoon();
            }
            return;
        }
        wait.ifPresent(each -> each.callOff().run());
        wait = Optional.empty();
        if (kept.isPresent()) {
            kept = Optional.empty();
            runner.dispose(Slot.AUTOSAVE, autosave::forget);
        }
    }

    private void keepSoon() {
        wait.ifPresent(each -> each.callOff().run());
        long now = System.nanoTime();
        long since = wait.map(Wait::since).orElse(now);
        Duration left = terms.most().minusNanos(now - since);
        Duration delay = left.isNegative() ? Duration.ZERO : left.compareTo(terms.idle()) < 0 ? left : terms.idle();
        wait = Optional.of(new Wait(since, runner.after(delay, this::keep)));
    }

    private void keep() {
        wait = Optional.empty();
        Document document = session.document().get();
        Optional<Path> original = session.origin().get().file();
        kept = Optional.of(document);
        runner.queue(Slot.AUTOSAVE, _ -> autosave.keep(document, original),
                complaint -> complaint.ifPresent(said -> session.tell(new Notice(Notice.Kind.WARNING, said))),
                session::fail);
    }

    /** Finds what was left behind, and hands it over if there is anything. */
    void findLeftBehind(Consumer<List<LeftBehind>> found) {
        runner.queue(Slot.AUTOSAVE, _ -> LeftBehind.in(autosave), left -> {
            if (!left.isEmpty()) {
                found.accept(left);
            }
        }, session::fail);
    }

    /** What was left behind is open here now: it is kept as this window's, so that no moment is without it. */
    void adopt(LeftBehind left) {
        wait.ifPresent(each -> each.callOff().run());
        keep();
        discard(left);
    }

    /** What was left behind is not wanted. */
    void discard(LeftBehind left) {
        runner.dispose(Slot.AUTOSAVE, () -> autosave.discard(left.recovered()));
    }

    /** The window goes, and what it has not saved is not wanted. */
    void close() {
        runner.dispose(Slot.AUTOSAVE, () -> {
            autosave.forget();
            hold.ifPresent(OpenFiles.Hold::close);
        });
    }
}
