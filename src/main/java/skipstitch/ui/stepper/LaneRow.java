package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import skipstitch.explain.Branch;
import skipstitch.explain.Inspector;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Part;
import skipstitch.explain.steps.Row;
import skipstitch.explain.steps.Step;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Stepping;
import skipstitch.ui.drawing.Words;

/** One lane's part of a step: the maps that go in, with their signs, what comes out, and what is to be said beside. */
final class LaneRow extends Region {
    private static final double GAP = 10;
    private static final double SIGN = 26;
    private static final double CAPTION = 24;
    private static final double TITLE = 24;
    private static final double LEAST_LINES = 270;
    private static final double MOST_LINES = 560;
    private static final double LEAST_MAP = 72;
    private static final double MOST_MAP = 300;

    private final Step step;
    private final Stepping stepping;
    private final Label title = new Label();
    private final List<Piece> pieces = new ArrayList<>();
    private final Region lines;

    /** Something in the row, from left to right. */
    private sealed interface Piece {
        Node node();

        record Sign(Label node) implements Piece {}

        record Grid(WindowGrid node) implements Piece {}

        /** @param caption under the map */
        record Map(MapView node, TextFlow caption) implements Piece {}
    }

    LaneRow(Step step, LaneStep lane, Stepping stepping) {
        this.step = step;
        this.stepping = stepping;
        getStyleClass().add("lane-row");
        setId("step:" + lane.lane().variant().word());
        title.setText(Inspector.laneTitle(lane.lane().variant()));
        title.getStyleClass().add("lane-row-title");
        getChildren().add(title);
        lines = switch (lane) {
            case LaneStep.Waits waits -> {
                Label why = new Label(waits.why());
                why.getStyleClass().add("lane-waits");
                why.setWrapText(true);
                yield why;
            }
            case LaneStep.Stands stands -> {
                fill(stands.rows());
                yield new LinesView(stands.rows().stream().flatMap(row -> row.lines().stream()).distinct().toList());
            }
        };
        getChildren().add(lines);
    }

    private void fill(List<Row> rows) {
        boolean joined = rows.stream().allMatch(Row::joined);
        if (joined) {
            sign("[");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                sign(joined ? ";" : "   ");
            }
            if (joined) {
                map(rows.get(i).result(), joinedCaption(rows.get(i)));
            } else {
                fill(rows.get(i));
            }
        }
        if (joined) {
            sign("]");
        }
    }

    private void fill(Row row) {
        for (int i = 0; i < row.parts().size(); i++) {
            Part part = row.parts().get(i);
            if (i > 0) {
                sign(row.sign());
            }
            map(part, caption(part));
            if (step.at().depth() == Depth.PIXEL) {
                part.patch().filter(patch -> patch.terms().size() <= WindowGrid.MOST_CELLS).ifPresent(patch -> {
                    grid(WindowGrid.values(patch, step.scale()));
                    sign("×");
                    grid(WindowGrid.weights(patch));
                });
            }
        }
        if (row.more() > 0) {
            sign(row.sign() + " …");
        }
        if (!row.parts().isEmpty()) {
            sign(row.parts().size() == 1 && row.more() == 0 && row.parts().getFirst().patch().isEmpty() ? "→" : "=");
        }
        map(row.result(), caption(row.result()));
    }

    private void sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("step-big-sign");
        add(new Piece.Sign(sign));
    }

    private void grid(WindowGrid grid) {
        add(new Piece.Grid(grid));
    }

    private void map(Part part, TextFlow caption) {
        MapView view = new MapView(part, step.scale(), (row, column) -> stepping.go(now -> jump(now, part, row, column)));
        caption.getStyleClass().add("map-caption");
        getChildren().add(caption);
        add(new Piece.Map(view, caption));
    }

    /** A place of a map before the layer is followed into it. */
    private static Stepper jump(Stepper now, Part part, int row, int column) {
        return now.to(part.node()).place(row, column).to(now.node()).at(Depth.PIXEL);
    }

    private void add(Piece piece) {
        pieces.add(piece);
        getChildren().add(piece.node());
    }

    private static TextFlow caption(Part part) {
        TextFlow flow = new TextFlow(text(part.name() + "[" + part.channel() + "]", part.branch()));
        part.gives().ifPresent(value -> flow.getChildren().add(new Text("  " + Words.value(value.floatValue()))));
        return flow;
    }

    private static TextFlow joinedCaption(Row row) {
        Part from = row.parts().getFirst();
        TextFlow flow = new TextFlow(new Text("channel " + row.result().channel() + " is "),
                text(from.name() + "[" + from.channel() + "]", from.branch()));
        row.result().gives().ifPresent(value -> flow.getChildren().add(new Text("  " + Words.value(value.floatValue()))));
        return flow;
    }

    private static Text text(String words, Branch branch) {
        Text text = new Text(words);
        text.getStyleClass().add(switch (branch) {
            case SKIP -> "skip-number";
            case MAIN -> "main-number";
            case BOTH, NONE -> "step-number";
        });
        return text;
    }

    @Override
    protected void layoutChildren() {
        title.autosize();
        title.relocate(0, 0);
        double height = getHeight() - TITLE - CAPTION;
        double linesWidth = pieces.isEmpty() ? getWidth() : Math.clamp(getWidth() * 0.34, LEAST_LINES, MOST_LINES);
        double left = pieces.isEmpty() ? 0 : maps(getWidth() - linesWidth - 2 * GAP, height) + 2 * GAP;
        double width = Math.min(getWidth() - left, MOST_LINES);
        lines.resizeRelocate(left, TITLE, width, Math.min(lines.prefHeight(width), getHeight() - TITLE));
    }

    /** As large as there is room for; pieces that do not fit go, the last ones before the result first. */
    private double maps(double width, double height) {
        List<Piece> shown = new ArrayList<>(pieces);
        double size = size(shown, width, height);
        // A part is a map, and with a kernel its two grids and two signs.
        while (size < LEAST_MAP && shown.stream().anyMatch(Piece.Grid.class::isInstance)) {
            shown.remove(lastGrid(shown));
            size = size(shown, width, height);
        }
        pieces.forEach(piece -> {
            piece.node().setVisible(shown.contains(piece));
            if (piece instanceof Piece.Map(_, TextFlow caption)) {
                caption.setVisible(shown.contains(piece));
            }
        });
        return place(shown, Math.clamp(size, LEAST_MAP, MOST_MAP), height);
    }

    private static int lastGrid(List<Piece> shown) {
        int last = -1;
        for (int i = 0; i < shown.size(); i++) {
            last = shown.get(i) instanceof Piece.Grid ? i : last;
        }
        return last;
    }

    private static double size(List<Piece> shown, double width, double height) {
        double fixed = shown.stream().mapToDouble(piece -> switch (piece) {
            case Piece.Sign _ -> SIGN + GAP;
            case Piece.Grid(WindowGrid grid) -> grid.prefWidth(-1) + GAP;
            case Piece.Map _ -> GAP;
        }).sum();
        long maps = shown.stream().filter(Piece.Map.class::isInstance).count();
        double tallest = maps(shown).mapToDouble(map -> map.heightFor(100) / 100).max().orElse(1);
        return Math.min((width - fixed) / Math.max(1, maps), height / tallest);
    }

    private static Stream<MapView> maps(List<Piece> shown) {
        return shown.stream().flatMap(piece -> piece instanceof Piece.Map(MapView map, _) ? Stream.of(map) : Stream.empty());
    }

    private static double place(List<Piece> shown, double wanted, double height) {
        double size = Math.floor(wanted);
        double middle = TITLE + Math.min(height, size) / 2;
        double x = 0;
        for (Piece piece : shown) {
            switch (piece) {
                case Piece.Sign(Label sign) -> {
                    sign.autosize();
                    sign.relocate(x + (SIGN - sign.getWidth()) / 2, middle - sign.getHeight() / 2);
                    x += SIGN + GAP;
                }
                case Piece.Grid(WindowGrid grid) -> {
                    grid.autosize();
                    grid.relocate(Math.rint(x), Math.rint(middle - grid.getHeight() / 2));
                    x += grid.getWidth() + GAP;
                }
                case Piece.Map(MapView map, TextFlow caption) -> {
                    double mapHeight = Math.floor(map.heightFor(size));
                    map.resizeRelocate(Math.rint(x), Math.rint(middle - mapHeight / 2), size, mapHeight);
                    caption.autosize();
                    caption.relocate(Math.rint(x), Math.rint(middle + mapHeight / 2) + 2);
                    x += size + GAP;
                }
            }
        }
        return x - GAP;
    }
}
