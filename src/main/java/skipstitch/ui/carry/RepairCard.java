package skipstitch.ui.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import skipstitch.explain.LandingWords;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.skips.Landing;
import skipstitch.session.Carry;
import skipstitch.session.Carry.Mend;
import skipstitch.session.Carrying;
import skipstitch.ui.drawing.Words;

/**
 * Where a skip was dropped and does not fit: each way to make it fit, with the shape that it leads to and what it
 * costs. Arrow keys and Enter choose, Esc puts the edge back.
 */
public final class RepairCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int COLUMNS = 5;

    private final Carrying carrying;
    private final GridPane table = new GridPane();
    private final Label information = new Label();
    private final List<Region> rows = new ArrayList<>();
    private List<Mend> mends = List.of();
    private int chosen;

    public RepairCard(Carrying carrying) {
        this.carrying = carrying;
        setId("repairs");
        getStyleClass().add("repair-card");
        setFocusTraversable(true);
        information.getStyleClass().add("repair-information");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        carrying.carry().subscribe(this::show);
    }

    private void show(Optional<Carry> carry) {
        mends = carry.map(Carry::mends).orElse(List.of());
        setVisible(!mends.isEmpty());
        setManaged(isVisible());
        getChildren().clear();
        if (isVisible()) {
            Landing landing = carry.get().aimed().orElseThrow();
            Label title = new Label("These two do not fit yet");
            title.getStyleClass().add("card-title");
            Label keys = new Label("↑ ↓ choose  ·  Enter takes it  ·  Esc puts the edge back");
            keys.getStyleClass().add("hint");
            fill();
            getChildren().addAll(title, meeting(landing), why(landing), table, information, keys);
            choose(0);
            requestFocus();
        }
    }

    private static Node meeting(Landing landing) {
        return new TextFlow(text("skip " + shape(landing.skip()), "skip-words"), text("  meets  ", "plain-words"),
                text("main " + shape(landing.main()), "main-words"));
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static String shape(Optional<Shape> shape) {
        return shape.map(Shape::toString).orElse("?");
    }

    /** Which of the two merges minds which difference. */
    private static Label why(Landing landing) {
        List<String> sentences = new ArrayList<>();
        landing.skip().ifPresent(skip -> landing.main().ifPresent(main -> {
            if (!skip.sameSizeAs(main)) {
                sentences.add("Height and width differ (" + skip.height() + "×" + skip.width() + ", " + main.height() + "×"
                        + main.width() + "): both merges need a repair.");
            }
            if (skip.channels() != main.channels()) {
                sentences.add("Channels differ (" + skip.channels() + ", " + main.channels() + "): only add minds.");
            }
        }));
        Label label = new Label(String.join(" ", sentences));
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        return label;
    }

    private void fill() {
        table.getChildren().clear();
        table.getColumnConstraints().setAll(column(HPos.LEFT), column(HPos.LEFT), column(HPos.RIGHT), column(HPos.RIGHT),
                column(HPos.RIGHT));
        table.getColumnConstraints().get(1).setHgrow(Priority.ALWAYS);
        rows.clear();
        List<String> heads = List.of("", "repair of the skip", "result", "its weights", "next layers");
        for (int i = 0; i < heads.size(); i++) {
            table.add(cell(heads.get(i), "repair-head"), i, 0);
        }
        for (int i = 0; i < mends.size(); i++) {
            addRow(i, mends.get(i));
        }
    }

    private static ColumnConstraints column(HPos alignment) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(alignment);
        return column;
    }

    private void addRow(int index, Mend mend) {
        Region row = new Region();
        row.setId("repair-" + index);
        row.getStyleClass().add("repair-row");
        row.setAccessibleText(words(mend));
        row.setOnMouseEntered(_ -> choose(index));
        row.setOnMouseClicked(_ -> carrying.mend(mend));
        rows.add(row);
        table.add(row, 0, index + 1, COLUMNS, 1);
        boolean concat = mend.merge() instanceof Layer.Concat;
        Label kind = cell(concat ? "Concat" : mend.merge().title(), "repair-kind");
        kind.setGraphic(MergeSign.of(mend.merge()));
        List<Label> cells = List.of(kind, cell(mend.title(), "repair-cell"), cell(mend.result().toString(), "repair-cell"),
                cell(more(mend.cost().repair().params()), "repair-cell"),
                cell(mend.cost().whole() ? more(mend.cost().next().params()) : "misfit", "repair-cell"));
        for (int i = 0; i < cells.size(); i++) {
            table.add(cells.get(i), i, index + 1);
        }
    }

    private static Label cell(String text, String style) {
        Label cell = new Label(text);
        cell.getStyleClass().add(style);
        cell.setMouseTransparent(true);
        return cell;
    }

    private static String more(long params) {
        return String.format(Locale.ROOT, "%+,d", params).replace('-', '−');
    }

    private static String words(Mend mend) {
        return mend.merge().title() + ", " + mend.title() + ": " + mend.result() + ", "
                + LandingWords.weights(mend.cost().total().params()) + ". " + mend.information();
    }

    private void choose(int index) {
        chosen = Math.clamp(index, 0, mends.size() - 1);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        }
        Mend mend = mends.get(chosen);
        information.setText(mend.information().substring(0, 1).toUpperCase(Locale.ROOT) + mend.information().substring(1)
                + ".  In all " + more(mend.cost().total().params()) + " weights, "
                + (mend.cost().total().macs() < 0 ? "−" : "+") + Words.millions(Math.abs(mend.cost().total().macs())) + " MACs.");
        setAccessibleText(words(mend));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case HOME -> choose(0);
            case END -> choose(mends.size() - 1);
            case ENTER, SPACE -> carrying.mend(mends.get(chosen));
            case ESCAPE -> carrying.letGo();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
