package skipstitch.ui.proofs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import skipstitch.explain.Numerals;
import skipstitch.explain.proofs.Difference;
import skipstitch.explain.proofs.Effect;
import skipstitch.explain.proofs.NextLayer;
import skipstitch.explain.proofs.NextLayers;
import skipstitch.explain.proofs.NoEffect;
import skipstitch.network.Layer;
import skipstitch.network.Variant;
import skipstitch.session.Session;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Pixels;

/**
 * One knob over the skip's kernels, and what the layer after the merge makes of it: its sum in two parts, how far it
 * is from the other lanes, and whether that is exact. As long as it is on screen, all three lanes are run.
 */
public final class KnobCard extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Session session;
    private final Label title = new Label();
    private final Label source = Formula.words("x", "skip-side");
    private final KnobSlider knob;
    private final Label toAdd = new Label();
    private final Label toNoSkip = new Label();
    private final ProofMap skip = new ProofMap("proof:skip", "skip part", "skip-side");
    private final ProofMap main = new ProofMap("proof:main", "main part", "main-side");
    private final ProofMap concat = new ProofMap("proof:concat", "concat", "plain-side");
    private final ProofMap add = new ProofMap("proof:add", "add", "plain-side");
    private final ProofMap lessAdd = new ProofMap("proof:less-add", "− add", "plain-side");
    private final ProofMap noSkip = new ProofMap("proof:no-skip", "no skip", "plain-side");
    private final ProofMap lessNoSkip = new ProofMap("proof:less-no-skip", "− no skip", "plain-side");
    private final Label byHand = new Label();
    private final Label statement = new Label();
    private final VBox found;
    private Optional<Runnable> leave = Optional.empty();

    public KnobCard(Session session) {
        this.session = session;
        getStyleClass().add("knob-card");
        setId("knob-card");
        title.getStyleClass().add("knob-title");
        knob = new KnobSlider(session);
        statement.setId("knob-statement");
        statement.getStyleClass().add("knob-statement");
        statement.setWrapText(true);
        toAdd.setId("difference-to-add");
        toNoSkip.setId("difference-to-no-skip");
        Stream.of(toAdd, toNoSkip).forEach(number -> number.getStyleClass().add("knob-number"));
        HBox maps = new HBox(4, skip, sign("+"), main, sign("="), concat, gap(), add, lessAdd, gap(), noSkip,
                lessNoSkip);
        byHand.setId("changed-by-hand");
        byHand.getStyleClass().add("knob-number");
        byHand.managedProperty().bind(byHand.textProperty().isNotEmpty());
        found = new VBox(5, knob, numbers(), byHand, maps);
        getChildren().addAll(new HBox(10, title, spring(), formula()), found, statement);
        ObservableValue<Boolean> onScreen = sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
        onScreen.subscribe(this::watch);
        session.proving().found().when(onScreen).subscribe(this::show);
        session.document().when(onScreen).subscribe(now -> {
            knob.show(now.knob());
            mark();
        });
        Pixels.onScaleChange(this, () -> show(session.proving().found().get()));
    }

    private Formula formula() {
        return new Formula(Formula.words("W", "skip-side"), Formula.low("skip", "skip-side"),
                Formula.words(" ∗ ", "skip-side"), source, Formula.words(" + ", "plain-side"),
                Formula.words("W", "main-side"),
                Formula.low("main", "main-side"), Formula.words(" ∗ F(x)", "main-side"));
    }

    private HBox numbers() {
        HBox numbers = new HBox(5, new Label("largest difference to the add lane"), toAdd, new Label("·  to no skip"),
                toNoSkip);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        numbers.getStyleClass().add("knob-numbers");
        return numbers;
    }

    private static Label sign(String words) {
        Label sign = new Label(words);
        sign.getStyleClass().add("proof-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        sign.setMinHeight(ProofMap.SIDE);
        return sign;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Region spring() {
        return gap();
    }

    /** The lanes that are not shown are run only while somebody looks. */
    private void watch(boolean onScreen) {
        leave.ifPresent(Runnable::run);
        leave = onScreen ? Optional.of(session.proving().watch()) : Optional.empty();
    }

    private void show(Optional<NextLayer> now) {
        switch (now.orElse(null)) {
            case null -> say("The next layer in the concat lane", "Being computed…", false);
            case NoEffect(_, String why) -> say("The next layer in the concat lane", why, false);
            case Effect effect -> {
                boolean conv = effect.next().layer() instanceof Layer.Conv;
                say("The next " + (conv ? "conv" : "layer") + " in the concat lane", effect.statement(), true);
                show(effect);
            }
        }
        mark();
    }

    private void say(String heading, String words, boolean all) {
        title.setText(heading);
        statement.setText(words);
        found.setVisible(all);
        found.setManaged(all);
        setAccessibleText(heading + ". " + words);
    }

    private void show(Effect effect) {
        number(toAdd, effect.toAdd());
        number(toNoSkip, effect.toNoSkip());
        byHand.setText(NextLayers.VARIANTS.stream().filter(effect.byHand()::containsKey)
                .map(variant -> variant.title().toLowerCase(Locale.ROOT) + " " + moved(effect.byHand().get(variant)))
                .collect(Collectors.collectingAndThen(Collectors.joining(" · "),
                        all -> all.isEmpty() ? "" : "by hand moved: " + all)));
        // One scale for all, so that equal colours are equal numbers and a faint difference is a small one.
        ColourScale.Lookup colours = ColourScale.of(Stream.concat(effect.maps().values().stream(), parts(effect))
                .map(Tensor::extent).reduce(Extent::union).orElseThrow()).lookup();
        concat.show(effect.maps().get(Variant.CONCAT), colours);
        add.show(effect.maps().get(Variant.ADD), colours);
        noSkip.show(effect.maps().get(Variant.NO_SKIP), colours);
        lessAdd.show(effect.toAdd().map(), colours);
        lessNoSkip.show(effect.toNoSkip().map(), colours);
        effect.split().ifPresent(split -> {
            skip.show(split.skip().map(), colours);
            main.show(split.main().map(), colours);
        });
        List.of(skip, main).forEach(map -> map.setVisible(effect.split().isPresent()));
    }

    private static Stream<Tensor> parts(Effect effect) {
        Stream<Tensor> differences = Stream.of(effect.toAdd().map(), effect.toNoSkip().map());
        return Stream.concat(differences, effect.split().stream()
                .flatMap(split -> Stream.of(split.skip().map(), split.main().map())));
    }

    private static void number(Label label, Difference difference) {
        label.setText(words(difference));
    }

    private static String moved(Difference difference) {
        return difference.isNone() ? "nothing" : Numerals.value(difference.largest());
    }

    private static String words(Difference difference) {
        return difference.isNone() ? "0.00, the same" : Numerals.value(difference.largest());
    }

    /** Numbers of where the knob stood a moment ago do not look like those of now. */
    private void mark() {
        boolean stale = session.proving().found().get().filter(each -> each instanceof Effect effect
                && effect.knob() != session.document().get().knob()).isPresent();
        found.pseudoClassStateChanged(STALE, stale);
        for (Node node : found.getChildren()) {
            node.pseudoClassStateChanged(STALE, stale && node != knob);
        }
    }
}
