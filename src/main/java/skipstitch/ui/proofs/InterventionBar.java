package skipstitch.ui.proofs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.Intervene;
import skipstitch.document.TakeBack;
import skipstitch.explain.InterventionWords;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.KnobStop;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.session.Session;

/**
 * What can be done to a branch of the selected merge on its way into it, each with its state, and what takes it back.
 */
public final class InterventionBar extends VBox {
    private final Session session;
    private final Brush brush;
    private final ToggleButton onSkip = new ToggleButton("x");
    private final ToggleButton onMain = new ToggleButton("F(x)");
    private final ToggleButton shuffle = new ToggleButton("Shuffle");
    private final CheckBox alike = new CheckBox("next kernels alike");
    private final VolumeSlider volume;
    private final ToggleButton paint = new ToggleButton("Paint");
    private final ToggleButton eraseChannel = new ToggleButton("Erase channel");
    private final Spinner<Integer> channel = new Spinner<>(0, 0, 0);
    private final ToggleButton eraseAll = new ToggleButton("Erase branch");
    private final Button takeBack = new Button("Take back (X)");
    private final Label state = new Label();
    private final FlowPane controls = new FlowPane(8, 6);
    private int gesture;

    /** @param brush of the maps that can be painted on */
    public InterventionBar(Session session, Brush brush) {
        super(4);
        this.session = session;
        this.brush = brush;
        getStyleClass().add("intervention-bar");
        setId("interventions");
        volume = new VolumeSlider(() -> gesture = session.history().get().newGesture(), this::turn);
        build();
        ObservableValue<Boolean> onScreen = sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
        session.document().when(onScreen).subscribe(_ -> show());
        session.merge().when(onScreen).subscribe(_ -> show());
        session.comparison().when(onScreen).subscribe(_ -> show());
    }

    private void build() {
        ToggleGroup branches = new ToggleGroup();
        branches.getToggles().addAll(onSkip, onMain);
        onMain.setSelected(true);
        // One of them is always chosen.
        branches.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                branches.selectToggle(before);
            }
            show();
        });
        onSkip.getStyleClass().addAll("left-pill", "skip-side");
        onMain.getStyleClass().addAll("right-pill", "main-side");
        Stream.of(onSkip, onMain).forEach(each -> describe(each, "on-" + (each == onSkip ? "skip" : "main"),
                "What is done on the right is done to this branch"));
        describe(shuffle, "shuffle", "Puts the branch's channels in another order");
        describe(alike, "kernels-alike", "Puts the next kernels in the same order: concat is then the same again");
        describe(paint, "paint", "Drag on a map of x or F(x): the other gets the opposite, so their sum stays");
        describe(eraseChannel, "erase-channel", "Sets this channel of the branch to 0");
        describe(eraseAll, "erase-all", "Sets the whole branch to 0");
        describe(takeBack, "take-back", "Lets all tensors pass as they are again (X)");
        channel.setId("erase-which");
        channel.setEditable(true);
        channel.setPrefWidth(74);
        channel.setAccessibleText("Channel to erase, from 0");
        channel.setTooltip(new Tooltip("Channel to erase, from 0"));
        channel.valueProperty().subscribe(_ -> show());
        shuffle.setOnAction(_ -> edge().ifPresent(edge -> session.edit(shuffle.isSelected()
                ? Intervene.on(edge, new Shuffle(session.history().get().newGesture(), alike.isSelected()))
                : TakeBack.of(edge, Kind.SHUFFLE))));
        alike.setOnAction(_ -> edge().ifPresent(edge -> done(edge, Kind.SHUFFLE).ifPresent(each ->
                session.edit(Intervene.on(edge, new Shuffle(((Shuffle) each).seed(), alike.isSelected()))))));
        paint.selectedProperty().bindBidirectional(brush.inHand());
        eraseChannel.setOnAction(_ -> edge().ifPresent(edge -> session.edit(eraseChannel.isSelected()
                ? Intervene.on(edge, new Erase(List.of(channel.getValue())))
                : TakeBack.erased(edge, channel.getValue()))));
        eraseAll.setOnAction(_ -> toggle(eraseAll, new EraseAll()));
        takeBack.setOnAction(_ -> session.edit(TakeBack.all()));
        state.setId("intervention-state");
        state.getStyleClass().add("intervention-state");
        state.setWrapText(true);
        controls.setAlignment(Pos.CENTER_LEFT);
        controls.getChildren().addAll(group(new Label("Try on"), pair(onSkip, onMain)), group(shuffle, alike),
                group(new Label("Volume"), volume), paint, group(eraseChannel, channel), eraseAll, takeBack);
        getChildren().addAll(controls, state);
    }

    private static HBox group(Node... parts) {
        HBox group = new HBox(6, parts);
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    private static HBox pair(Node... parts) {
        HBox pair = new HBox(parts);
        pair.getStyleClass().add("branch-switch");
        return pair;
    }

    private static void describe(Control control, String id, String words) {
        control.setId(id);
        control.setTooltip(new Tooltip(words));
        control.setAccessibleHelp(words);
    }

    private void toggle(ToggleButton button, Intervention intervention) {
        edge().ifPresent(edge -> {
            Edit edit = button.isSelected() ? Intervene.on(edge, intervention) : TakeBack.of(edge, intervention.kind());
            session.edit(edit);
        });
    }

    private void turn(double factor) {
        edge().ifPresent(edge -> session.edit(new Intervene(Map.of(edge, new Volume((float) factor)), gesture)));
    }

    private Optional<Intervention> done(Edge edge, Kind kind) {
        return session.document().get().interventions().on(edge, kind);
    }

    /** Of the branch that is chosen. */
    private Optional<Edge> edge() {
        return edge(onSkip.isSelected() ? Inlet.Role.SKIP : Inlet.Role.MAIN);
    }

    private Optional<Edge> edge(Inlet.Role role) {
        NodeId merge = session.merge().get();
        return session.document().get().network().find(merge).filter(node -> node.mergesSkip())
                .flatMap(node -> node.inlets(role).stream().findFirst()
                        .map(inlet -> new Edge(merge, node.inlets().indexOf(inlet))));
    }

    /** Shows what is done to the branch that is chosen. */
    private void show() {
        Document now = session.document().get();
        Optional<Edge> edge = edge();
        controls.setDisable(edge.isEmpty() && now.interventions().isNone());
        edge(Inlet.Role.SKIP).ifPresent(skip -> onSkip.setText(InterventionWords.symbol(now.network(), skip)));
        onSkip.setDisable(edge(Inlet.Role.SKIP).isEmpty());
        edge.ifPresent(each -> show(each, now.interventions()));
        takeBack.setDisable(now.interventions().isNone());
        String words = InterventionWords.all(now.network(), now.interventions(), KnobStop.OWN.at());
        state.setText(edge.isEmpty() && words.isEmpty() ? "Select a merge that takes a skip in."
                : words.isEmpty() ? "Nothing is changed by hand." : "Changed by hand: " + words + ".");
    }

    private void show(Edge edge, Interventions interventions) {
        Optional<Shuffle> shuffled = interventions.on(edge, Kind.SHUFFLE).map(Shuffle.class::cast);
        shuffle.setSelected(shuffled.isPresent());
        alike.setDisable(shuffled.isEmpty());
        shuffled.ifPresent(each -> alike.setSelected(each.kernelsAlike()));
        volume.show(interventions.on(edge, Kind.VOLUME).map(each -> ((Volume) each).factor()).orElse(1f));
        int last = channels(edge) - 1;
        IntegerSpinnerValueFactory values = (IntegerSpinnerValueFactory) channel.getValueFactory();
        values.setMax(Math.max(0, last));
        eraseChannel.setSelected(interventions.on(edge, Kind.ERASE)
                .filter(each -> ((Erase) each).channels().contains(channel.getValue())).isPresent());
        eraseAll.setSelected(interventions.on(edge, Kind.ERASE_ALL).isPresent());
    }

    private int channels(Edge edge) {
        return session.comparison().get().lanes().stream().flatMap(lane -> lane.edge(edge).stream()
                .flatMap(own -> lane.shapes().find(own.of(lane.network()).source()).stream()))
                .mapToInt(Shape::channels).max().orElse(1);
    }
}
