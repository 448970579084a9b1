package skipstitch.ui.costs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Billing;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Buttons;

/**
 * What the network costs in its variants, below the lanes: a column each, the differences from as drawn below the
 * numbers, first the whole network, then merge by merge. A line of a merge selects it in the lanes.
 */
public final class CostSheet extends Region {
    /** Of height: the whole network's lines, and some of a merge. */
    public static final double ENOUGH = 540;

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double MARGIN = 16;
    /** For the scroll bar. */
    private static final double BESIDE = 12;

    private final Session session;
    private final Billing billing;
    private final Runnable leave;
    private final Label sentence = new Label();
    private final HBox bar = new HBox(8);
    private final ListView<CostLine> lines = new ListView<>();
    private final CostColumns head = new CostColumns(lines.widthProperty().map(width -> width.doubleValue() - BESIDE));

    /** @param leave puts the keyboard's focus back where it belongs */
    public CostSheet(Session session, Runnable leave) {
        this.session = session;
        this.billing = session.sheets().billing();
        this.leave = leave;
        setId("costs");
        getStyleClass().addAll("viewer", "costs");
        sentence.setId("costs-sentence");
        sentence.getStyleClass().add("cost-sentence");
        sentence.setWrapText(true);
        head.getStyleClass().add("cost-head");
        lines.setId("costs-lines");
        lines.setAccessibleText("Costs of the network in its variants");
        lines.setCellFactory(_ -> new Line());
        lines.getSelectionModel().selectedItemProperty().subscribe(line ->
                Optional.ofNullable(line).flatMap(CostLine::merge).ifPresent(session::select));
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox.setHgrow(sentence, Priority.SOMETIMES);
        bar.getStyleClass().add("cost-bar");
        bar.getChildren().addAll(sentence, spacer,
                Buttons.named("copy-costs", "Copy", "All of it as text (Ctrl+C)", this::copy),
                Buttons.named("save-costs", "Save as CSV…", "All of it, for spreadsheets and scripts", billing::save),
                Buttons.named("close-costs", "Close", "Back to the tensors (Esc)", billing::close));
        getChildren().addAll(bar, head, lines);
        // A list keeps Esc to itself.
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        billing.openProperty().subscribe(this::open);
        billing.counted().subscribe(_ -> fill());
        session.shown().subscribe(_ -> fill());
        session.selection().subscribe(this::follow);
    }

    private void open(boolean wanted) {
        boolean had = isFocusWithin();
        setVisible(wanted);
        setManaged(wanted);
        if (wanted) {
            lines.getSelectionModel().clearSelection();
            lines.scrollTo(0);
            lines.requestFocus();
        } else if (had) {
            leave.run();
        }
    }

    private void fill() {
        head.show(new CostLine(Optional.empty(), CostLine.Kind.HEADING, "", Stream.of(Variant.values())
                .map(variant -> new CostLine.Cell(variant.title(), "")).toList()), shown());
        billing.counted().get().ifPresent(known -> {
            sentence.setText(known.sentence());
            List<CostLine> fresh = CostLine.of(known.drawn(), known.bill());
            if (fresh.equals(lines.getItems())) {
                lines.refresh();
            } else {
                lines.getItems().setAll(fresh);
            }
        });
        requestLayout();
    }

    private Set<Variant> shown() {
        return Set.copyOf(session.shown().get().variants());
    }

    /** Goes to a merge that was selected elsewhere. */
    private void follow(NodeId selected) {
        CostLine now = lines.getSelectionModel().getSelectedItem();
        if (isVisible() && (now == null || now.merge().filter(selected::equals).isEmpty())) {
            lines.getItems().stream().filter(line -> line.merge().filter(selected::equals).isPresent()).findFirst()
                    .ifPresent(line -> {
                        lines.getSelectionModel().select(line);
                        lines.scrollTo(line);
                    });
        }
    }

    private void copy() {
        billing.text().ifPresent(text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            billing.close();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double barHeight = Math.ceil(bar.prefHeight(width));
        bar.resizeRelocate(MARGIN, 0, width, barHeight);
        double headHeight = Math.ceil(head.prefHeight(-1));
        head.resizeRelocate(MARGIN, barHeight, width - BESIDE, headHeight);
        lines.resizeRelocate(MARGIN, barHeight + headHeight, width, Math.max(0, getHeight() - barHeight - headHeight));
    }

    private final class Line extends ListCell<CostLine> {
        private final CostColumns columns =
                new CostColumns(lines.widthProperty().map(width -> width.doubleValue() - BESIDE));

        @Override
        protected void updateItem(CostLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HEADING, !empty && line.kind() == CostLine.Kind.HEADING);
            setGraphic(empty ? null : columns);
            if (!empty) {
                columns.show(line, shown());
                setAccessibleText(words(line));
            }
        }
    }

    private static String words(CostLine line) {
        StringBuilder words = new StringBuilder(line.title());
        for (int i = 0; i < line.cells().size(); i++) {
            CostLine.Cell cell = line.cells().get(i);
            words.append("; ").append(Variant.values()[i].title()).append(' ').append(cell.value()).append(' ')
                    .append(cell.below());
        }
        return words.toString();
    }
}
