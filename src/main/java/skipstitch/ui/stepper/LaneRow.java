package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Part;
import skipstitch.explain.steps.Row;
import skipstitch.explain.steps.Step;
import skipstitch.session.Spot;
import skipstitch.ui.drawing.MapTouch;
import skipstitch.ui.drawing.Motion;

/** One lane's part of a step: the maps that go in, with their signs, what comes out, and what is to be said beside. */
final class LaneRow extends Region {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** Below it, long sums are written smaller. */
    private static final double NARROW_WIDTH = 1000;
    private static final double GAP = 10;
    private static final double TITLE = 24;
    private static final double CAPTION = 26;
    private static final double LEAST_LINES = 270;
    private static final double MOST_LINES = 560;
    private static final double LINES_SHARE = 0.3;
    private static final double LEAST_MAP = 64;
    /** From here on a map can be read from the last row. */
    private static final double LEGIBLE_MAP = 104;
    private static final double MOST_MAP = 300;

    private final Step step;
    private final Function<Part, MapTouch> touches;
    private final Consumer<Optional<Spot>> point;
    private final Label title = new Label();
    private final List<Drawn> rows = new ArrayList<>();
    private final Region lines;
    private final ScrollPane scrolled;
    private final boolean joined;
    private final boolean waits;

    /**
     * A row's pieces.
     *
     * @param groups one a part: its sign, its map, its window
     * @param more   says that there are further parts
     * @param end    what comes out
     */
    private record Drawn(List<List<Piece>> groups, Piece.Sign more, int furtherParts, List<Piece> end) {

        List<Piece> pieces(int parts, boolean products) {
            List<Piece> all = new ArrayList<>();
            groups.stream().limit(parts).flatMap(List::stream)
                    .filter(piece -> products || !(piece instanceof Piece.Product || piece instanceof Piece.Kernel)).forEach(all::add);
            if (furtherParts + groups.size() > parts) {
                all.add(more);
            }
            all.addAll(end);
            return all;
        }

        Stream<Piece> all() {
            return Stream.concat(Stream.concat(groups.stream().flatMap(List::stream), Stream.of(more)), end.stream());
        }
    }

    /**
     * @param lanes   one or more that are alike
     * @param touches what a hand does to a part's map
     * @param point   told what is below the pointer
     */
    LaneRow(Step step, List<LaneStep> lanes, Function<Part, MapTouch> touches, Consumer<Optional<Spot>> point) {
        this.point = point;
        this.step = step;
        this.touches = touches;
        LaneStep lane = lanes.getFirst();
        getStyleClass().add("lane-row");
        setId("step:" + (step.isBeside(lane.lane()) ? lane.lane().network().name() : lane.lane().variant().word()));
        waits = lane instanceof LaneStep.Waits;
        title.setText(lanes.stream().map(each -> step.title(each.lane())).collect(Collectors.joining(", "))
                + (lanes.size() > 1 ? ": the same" : ""));
        title.getStyleClass().add("lane-row-title");
        getChildren().add(title);
        joined = lane instanceof LaneStep.Stands stands && stands.rows().stream().allMatch(Row::joined);
        lines = switch (lane) {
            case LaneStep.Waits waits -> {
                Label why = new Label(waits.why());
                why.getStyleClass().add("lane-waits");
                why.setWrapText(true);
                yield why;
            }
            case LaneStep.Stands stands -> {
                for (int i = 0; i < stands.rows().size(); i++) {
                    rows.add(joined ? joined(stands.rows(), i) : drawn(stands.rows().get(i), i > 0));
                }
                // A concatenation's values stand under its maps already.
                yield new LinesView(stands.rows().stream().flatMap(row -> row.lines().stream())
                        .filter(line -> !joined || line.says() != Says.VALUE).distinct().toList());
            }
        };
        rows.stream().flatMap(Drawn::all).flatMap(piece -> piece.nodes().stream()).forEach(getChildren()::add);
        scrolled = new ScrollPane(lines);
        scrolled.getStyleClass().add("step-scroll");
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        getChildren().add(scrolled);
    }

    /** Whether it has nothing to show but why. */
    boolean waits() {
        return waits;
    }

    /** A concatenation's channels stand in brackets, nothing between. */
    private Drawn joined(List<Row> all, int index) {
        Row row = all.get(index);
        List<Piece> end = new ArrayList<>();
        end.add(Piece.Sign.of(index == 0 ? "[" : ";"));
        end.add(Piece.Map.joined(map(row.result()), row.parts().getFirst()));
        if (index == all.size() - 1) {
            end.add(Piece.Sign.of("]"));
        }
        return new Drawn(List.of(), Piece.Sign.of(""), 0, end);
    }

    private Drawn drawn(Row row, boolean further) {
        List<List<Piece>> groups = new ArrayList<>();
        for (int i = 0; i < row.parts().size(); i++) {
            Part part = row.parts().get(i);
            List<Piece> group = new ArrayList<>();
            if (i > 0) {
                group.add(Piece.Sign.of(row.sign()));
            } else if (further) {
                group.add(Piece.Sign.of("   "));
            }
            part.weighed().map(Part.Weighed::kernel).filter(kernel -> kernel.shape().area() <= WindowGrid.MOST_CELLS)
                    .ifPresent(kernel -> group.add(Piece.Kernel.of(Piece.Map.of(map(part.unweighed().orElseThrow())),
                            WindowGrid.kernel(kernel))));
            group.add(Piece.Map.of(map(part)));
            if (step.at().depth() == Depth.PIXEL) {
                part.patch().filter(patch -> patch.terms().size() <= WindowGrid.MOST_CELLS).ifPresent(patch ->
                        group.add(Piece.Product.of(WindowGrid.values(patch, step.scale()), WindowGrid.weights(patch))));
            }
            groups.add(group);
        }
        boolean becomes = row.parts().size() == 1 && row.more() == 0 && row.parts().getFirst().patch().isEmpty()
                && row.parts().getFirst().weighed().isEmpty();
        List<Piece> end = new ArrayList<>();
        if (!row.parts().isEmpty()) {
            end.add(Piece.Sign.of(becomes ? "→" : "="));
        }
        end.add(Piece.Map.of(map(row.result())));
        return new Drawn(groups, Piece.Sign.of(row.sign() + " …"), row.more(), end);
    }

    private MapView map(Part part) {
        return new MapView(part, step.scale(), touches.apply(part), point);
    }

    @Override
    protected void layoutChildren() {
        pseudoClassStateChanged(NARROW, getWidth() < NARROW_WIDTH);
        title.autosize();
        title.relocate(0, 0);
        double left = 0;
        if (!rows.isEmpty()) {
            double linesWidth = Math.clamp(getWidth() * LINES_SHARE, LEAST_LINES, MOST_LINES);
            double height = getHeight() - TITLE - CAPTION * (joined ? 2 : 1);
            left = maps(getWidth() - linesWidth - 2 * GAP, height) + 2 * GAP;
        }
        double width = Math.min(getWidth() - left, MOST_LINES);
        scrolled.resizeRelocate(left, TITLE, width, getHeight() - TITLE);
    }

    /** As large as there is room for: rather fewer parts than maps that cannot be read. */
    private double maps(double width, double height) {
        int most = rows.stream().mapToInt(row -> row.groups().size()).max().orElse(0);
        List<Piece> shown = List.of();
        double size = 0;
        for (int parts = Math.max(1, most); parts >= 1 && size < LEGIBLE_MAP; parts--) {
            shown = pieces(parts, true);
            size = size(shown, width, height);
        }
        for (int parts = Math.max(1, most); parts >= 1 && size < LEAST_MAP; parts--) {
            shown = pieces(parts, false);
            size = size(shown, width, height);
        }
        List<Piece> seen = shown;
        rows.stream().flatMap(Drawn::all).forEach(piece ->
                piece.nodes().forEach(node -> node.setVisible(seen.contains(piece))));
        return place(shown, Math.floor(Math.clamp(size, LEAST_MAP, MOST_MAP)), height);
    }

    private List<Piece> pieces(int parts, boolean products) {
        return rows.stream().flatMap(row -> row.pieces(parts, products).stream()).toList();
    }

    /** The largest width of maps with which all pieces have room. */
    private static double size(List<Piece> pieces, double width, double height) {
        double tallest = maps(pieces.stream()).stream().mapToDouble(map -> map.heightFor(100) / 100).max().orElse(1);
        double size = Math.min(MOST_MAP, height / tallest);
        while (size > 1 && width(pieces, size) > width) {
            size -= 4;
        }
        return size;
    }

    private static double width(List<Piece> pieces, double map) {
        return pieces.stream().mapToDouble(piece -> piece.width(map) + GAP).sum() - GAP;
    }

    private static double place(List<Piece> pieces, double map, double height) {
        double tallest = maps(pieces.stream()).stream().mapToDouble(view -> view.heightFor(map)).max().orElse(map);
        double middle = TITLE + Math.min(height, tallest) / 2;
        double x = 0;
        for (Piece piece : pieces) {
            piece.place(x, middle, map);
            x += piece.width(map) + GAP;
        }
        return x - GAP;
    }

    /** Shows what moves: parts fall onto what they become, channels slide to their place in a concatenation. */
    void play(Motion motion) {
        for (Drawn row : rows) {
            List<MapView> results = maps(row.end().stream());
            List<MapView> parts = maps(row.groups().stream().flatMap(List::stream)).stream().filter(Node::isVisible).toList();
            if (joined) {
                results.forEach(result -> motion.arrive(result, new Point2D(-getWidth() / 4, 0)));
            } else {
                parts.forEach(part -> carry(motion, part, results.getLast()));
            }
        }
    }

    private void carry(Motion motion, MapView part, MapView result) {
        ImageView copy = part.copy();
        copy.setManaged(false);
        copy.setMouseTransparent(true);
        copy.relocate(part.getLayoutX() + MapView.FRAME, part.getLayoutY() + MapView.FRAME);
        getChildren().add(copy);
        motion.carry(copy, new Point2D(result.getLayoutX() - part.getLayoutX(), result.getLayoutY() - part.getLayoutY()),
                () -> getChildren().remove(copy));
    }

    private static List<MapView> maps(Stream<Piece> pieces) {
        return pieces.flatMap(piece -> piece instanceof Piece.Map(MapView map, _) ? Stream.of(map) : Stream.empty()).toList();
    }
}
