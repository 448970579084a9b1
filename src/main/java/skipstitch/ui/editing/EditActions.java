package skipstitch.ui.editing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import skipstitch.document.AdoptProjection;
import skipstitch.document.ChangeLayer;
import skipstitch.document.DeleteEdge;
import skipstitch.document.DeleteNodes;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.Fragment;
import skipstitch.document.LayerKind;
import skipstitch.document.NewLayer;
import skipstitch.document.OrderInlets;
import skipstitch.document.Paste;
import skipstitch.document.Selection;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.session.Notice;
import skipstitch.session.Session;

/** What keys and buttons do to what is selected. Where something no longer fits then, a notice says so. */
public final class EditActions {
    private final Session session;
    private final LayerClipboard clipboard = new LayerClipboard();
    private Optional<Notice> said = Optional.empty();

    public EditActions(Session session) {
        this.session = session;
    }

    private Document document() {
        return session.document().get();
    }

    /** The selected nodes that the network as drawn has, in the order in which they were selected. */
    public Set<NodeId> selected() {
        return document().selection().within(document().network()).nodes();
    }

    /** The one of them that was selected last. */
    public Optional<Node> node() {
        return document().selection().within(document().network()).shown().flatMap(document().network()::find);
    }

    /** A projection that a lane added, if that is what is shown. */
    public Optional<AdoptProjection> adoption() {
        NodeId shown = session.selection().get();
        return session.comparison().get().lanes().stream().filter(lane -> lane.isAdded(shown))
                .map(Lane::variant).findFirst()
                .map(variant -> new AdoptProjection(variant, shown));
    }

    /** Puts a layer on the selected edge, or behind the selected node; it is then selected. */
    public void add(LayerKind kind) {
        Optional<Edge> edge = document().selection().within(document().network()).edge();
        NodeId after = node().map(Node::id).orElseGet(() -> document().network().nodes().getLast().id());
        session.edit(edge.map(at -> new NewLayer(kind).on(document(), at))
                .orElseGet(() -> new NewLayer(kind).after(document(), after)));
    }

    /** Puts another layer in the selected node, with its edges. */
    public void replace(LayerKind kind) {
        node().ifPresent(node -> {
            Optional<Shape> incoming = node.inlets().stream().findFirst()
                    .flatMap(_ -> Shapes.of(document().network()).find(node.trunk().source()));
            edit(ChangeLayer.to(node.id(), kind.layer(incoming)), () -> node.label() + " is now " + kind.title());
        });
    }

    /** Takes the selected edge away, or else the selected nodes. */
    public void delete() {
        Optional<Edge> edge = document().selection().within(document().network()).edge();
        if (edge.isPresent()) {
            edit(new DeleteEdge(edge.get()), () -> "The edge is deleted");
        } else if (wanted("delete")) {
            deleteNodes("deleted");
        }
    }

    private void deleteNodes(String done) {
        Set<NodeId> gone = selected();
        String words = gone.size() == 1 ? node().orElseThrow().label() + " is " + done
                : gone.size() + " layers are " + done;
        edit(new DeleteNodes(gone), () -> words + " and the gap is closed");
    }

    public void copy() {
        if (wanted("copy")) {
            clipboard.put(Fragment.of(document(), selected()));
        }
    }

    public void cut() {
        if (wanted("cut")) {
            copy();
            deleteNodes("cut out");
        }
    }

    /** Whether layers were there to paste; they stand behind the selected node then. */
    public boolean paste(Clipboard system) {
        Optional<Fragment> held = clipboard.get(system);
        held.ifPresent(fragment -> session.edit(Paste.after(document(), node().map(Node::id)
                .orElseGet(() -> document().network().nodes().getLast().id()), fragment)));
        return held.isPresent();
    }

    public void duplicate() {
        if (wanted("duplicate")) {
            session.edit(Paste.beside(Fragment.of(document(), selected())));
        }
    }

    public void selectAll() {
        Set<NodeId> all = new LinkedHashSet<>();
        document().network().nodes().forEach(node -> all.add(node.id()));
        // What is selected last is what is shown: that stays.
        node().map(Node::id).ifPresent(shown -> {
            all.remove(shown);
            all.add(shown);
        });
        session.select(Selection.of(all));
    }

    /** Makes a selected add a concat, or the other way round. */
    public void switchMerge() {
        Optional<Node> merge = node().filter(node -> other(node.layer()).isPresent());
        merge.ifPresentOrElse(node -> {
            Layer wanted = other(node.layer()).orElseThrow();
            edit(ChangeLayer.to(node.id(), wanted), () -> node.label() + " is now " + wanted.title());
        }, () -> hint("Select an add or a concat first, then M makes it the other."));
    }

    /** What {@link #switchMerge()} would make of a layer. */
    public static Optional<Layer> other(Layer layer) {
        return switch (layer) {
            case Layer.Add _ -> Optional.of(new Layer.Concat());
            case Layer.Concat _ -> Optional.of(new Layer.Add());
            default -> Optional.empty();
        };
    }

    /** Turns the order of the selected merge's tensors. */
    public void turnOrder() {
        node().filter(node -> node.layer() instanceof Layer.Merge).ifPresentOrElse(
                node -> edit(new OrderInlets(node.id()), () -> "The order is turned"),
                () -> hint("Select a concat first, then O turns the order of its tensors."));
    }

    public void adopt() {
        adoption().ifPresent(session::edit);
    }

    public void undo() {
        forgive();
        session.undo();
    }

    public void redo() {
        forgive();
        session.redo();
    }

    public void goTo(int step) {
        forgive();
        session.goTo(step);
    }

    private boolean wanted(String what) {
        if (!selected().isEmpty()) {
            return true;
        }
        hint(adoption().isPresent() ? "This projection belongs to its lane. Adopt it first (in the drawer, E)."
                : "Select a layer to " + what + " first.");
        return false;
    }

    private void hint(String text) {
        session.tell(new Notice(Notice.Kind.INFO, text));
    }

    /** Does it, and says what broke of it. */
    private void edit(Edit edit, Supplier<String> done) {
        forgive();
        Shapes before = Shapes.of(document().network());
        // The words are about what was there before.
        String words = done.get();
        session.edit(edit);
        List<Misfit> broken = Verdict.newly(before, Shapes.of(document().network()));
        if (!broken.isEmpty()) {
            Notice notice = new Notice(Notice.Kind.WARNING, words + ", but something no longer fits. "
                    + broken.getFirst().why() + (broken.size() == 1 ? "." : ", and " + (broken.size() - 1) + " more."));
            said = Optional.of(notice);
            session.tell(notice);
        }
    }

    /** Takes back what was said about an edit that is followed by another. */
    private void forgive() {
        if (said.isPresent() && session.notice().get().equals(said)) {
            session.dismissNotice();
        }
        said = Optional.empty();
    }

    /** The roles in which a node takes tensors in, for those who ask which layers could stand in its place. */
    static boolean takes(LayerKind kind, List<Inlet> inlets) {
        return kind.layer().fanIn().complaint("", inlets).isEmpty();
    }
}
