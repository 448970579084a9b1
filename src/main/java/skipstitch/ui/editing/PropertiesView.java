package skipstitch.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;
import skipstitch.document.AdoptProjection;
import skipstitch.document.ChangeLayer;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.RenameNetwork;
import skipstitch.document.RenameNode;
import skipstitch.explain.Inspector;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.session.Session;

/** The settings of the selected node, of the network if none is selected, and what can be done to it. */
final class PropertiesView extends VBox {
    private static final int LONGEST_NAME = 40;
    private static final double LEAST_CARD = 160;

    private final Session session;
    private final EditActions actions;
    private final Runnable leave;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final MisfitCard misfit;
    private final SizeChoices sizes;
    private final PropertySheet sheet = new PropertySheet();
    private final ActionButtons buttons;
    private final List<SheetLine> lines = new ArrayList<>();
    private Optional<Object> built = Optional.empty();

    /** What the lines were made for: while that stays, their values follow the document. */
    private record Built(NodeId node, Class<?> layer) {}

    PropertiesView(Session session, EditActions actions, Runnable leave) {
        this.session = session;
        this.actions = actions;
        this.leave = leave;
        getStyleClass().add("properties");
        misfit = new MisfitCard(session::edit);
        sizes = new SizeChoices(session::edit);
        title.setId("properties-title");
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        subtitle.setId("properties-subtitle");
        subtitle.getStyleClass().add("panel-shape");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(USE_PREF_SIZE);
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.setPropertyEditorFactory(item -> (SheetLine) item);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        buttons = new ActionButtons(actions);
        getChildren().addAll(new VBox(title, subtitle), scrolling(misfit), sizes, sheet, buttons);
    }

    /** In a low window it gives way, so that the buttons below stay in sight. */
    private static ScrollPane scrolling(MisfitCard card) {
        ScrollPane pane = new ScrollPane(card);
        pane.getStyleClass().add("edge-to-edge");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinHeight(LEAST_CARD);
        pane.visibleProperty().bind(card.visibleProperty());
        pane.managedProperty().bind(card.managedProperty());
        return pane;
    }

    /** Shows what is selected as it is now. */
    void update() {
        Document document = session.document().get();
        Network network = document.network();
        List<NodeId> nodes = List.copyOf(actions.selected());
        Optional<AdoptProjection> adoption = nodes.isEmpty() ? actions.adoption() : Optional.empty();
        Optional<Edge> edge = document.selection().within(network).edge();
        sizes.shown(false);
        if (nodes.size() == 1) {
            Node node = network.node(nodes.getFirst());
            head(edge.map(at -> edgeTitle(network, at)).orElse(node.label()), edge.isPresent() ? "into " + node.label()
                    : Shapes.of(network).find(node.id()).map(Shape::toString).orElse("no tensor"));
            misfit.show(document, node.id());
            if (node.layer() instanceof Layer.Input) {
                sizes.show(network);
            }
            lines(new Built(node.id(), node.layer().getClass()), settings(node));
        } else if (!nodes.isEmpty()) {
            head(nodes.size() + " layers selected", "");
            misfit.hide();
            lines(nodes, List.of());
        } else if (adoption.isPresent()) {
            head("Projection", "The " + Inspector.laneTitle(adoption.get().variant())
                    + " added it to make the skip fit. Adopt it to have it in every lane and edit it.");
            misfit.hide();
            lines(adoption.get(), List.of());
        } else {
            head("Network", network.nodes().size() + (network.nodes().size() == 1 ? " layer" : " layers"));
            misfit.hide();
            lines(Network.class, List.of(
                    new Setting.Typed("Name", network.name(), "What the network is called", _ -> null)));
        }
        buttons.show(nodes.size() == 1 && edge.isEmpty() ? network.find(nodes.getFirst()) : Optional.empty(), nodes.size(), adoption.isPresent(), edge.isPresent());
    }

    private static String edgeTitle(Network network, Edge edge) {
        NodeId source = network.inlet(edge).orElseThrow().source();
        return "Edge from " + network.find(source).map(Node::label).orElse(source.value());
    }

    private void head(String words, String more) {
        title.setText(words);
        subtitle.setText(more);
        subtitle.setManaged(!more.isEmpty());
        subtitle.setVisible(!more.isEmpty());
    }

    private static List<Setting> settings(Node node) {
        return Stream.concat(Stream.of(new Setting.Typed("Name", node.name(), "What is read on the layer", _ -> null)),
                LayerSettings.of(node.layer()).stream()).toList();
    }

    private void lines(Object of, List<Setting> settings) {
        if (!built.equals(Optional.of(of))) {
            built = Optional.of(of);
            lines.clear();
            settings.forEach(setting -> lines.add(line(setting)));
            sheet.getItems().setAll(lines);
        } else {
            for (int i = 0; i < settings.size(); i++) {
                lines.get(i).show(settings.get(i));
            }
        }
        sheet.setVisible(!settings.isEmpty());
    }

    private SheetLine line(Setting setting) {
        return switch (setting) {
            case Setting.Typed typed when typed.name().equals("Name") -> new TypedLine(typed,
                    actions.node().map(node -> node.layer().title()).orElse(""), this::rename, actions, leave);
            case Setting.Typed typed -> new TypedLine(typed, "", this::take, actions, leave);
            case Setting.Switched switched -> new SwitchedLine(switched, this::choose);
            case Setting.Picked picked -> new PickedLine(picked, this::choose);
        };
    }

    private Verdict rename(Setting.Typed setting, String text, boolean insists) {
        if (text.strip().length() > LONGEST_NAME) {
            return new Verdict.Refused("At most " + LONGEST_NAME + " letters.");
        }
        if (actions.node().isEmpty() && text.isBlank()) {
            return new Verdict.Refused("A network has a name.");
        }
        session.edit(actions.node().<Edit>map(node -> new RenameNode(node.id(), text))
                .orElseGet(() -> new RenameNetwork(text)));
        return new Verdict.Good();
    }

    private Verdict take(Setting.Typed setting, String text, boolean insists) {
        Node node = actions.node().orElseThrow();
        Layer layer;
        try {
            layer = setting.with().apply(text);
        } catch (IllegalArgumentException said) {
            return new Verdict.Refused(said.getMessage());
        }
        Document document = session.document().get();
        Verdict verdict = Verdict.of(document.network(), document.lanes(), node, layer);
        if (verdict instanceof Verdict.Good || insists && verdict instanceof Verdict.Breaks) {
            session.edit(new ChangeLayer(node.id(), layer, Optional.of(setting.name().toLowerCase(Locale.ROOT))));
            return new Verdict.Good();
        }
        return verdict;
    }

    private void choose(Layer layer) {
        actions.node().ifPresent(node -> session.edit(ChangeLayer.to(node.id(), layer)));
    }

    /** Puts the keyboard into the field for the name. */
    void focusName() {
        lines.stream().filter(TypedLine.class::isInstance).map(TypedLine.class::cast).findFirst()
                .ifPresent(TypedLine::focus);
    }
}
