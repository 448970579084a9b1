package skipstitch.ui.training;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import skipstitch.network.Variant;

/** By what a lane is known in a race: a colour, which the style sheet has, a dash, and a marker. */
final class LaneLook {
    private static final double HALF = 4;
    private static final double SAMPLE = 30;

    private LaneLook() {}

    /** Marks a shape as one of the lane's. */
    static <S extends Shape> S of(Variant variant, S shape, String part) {
        shape.getStyleClass().addAll(part, "race-" + variant.word());
        return shape;
    }

    /** Lengths of strokes and gaps; none for a whole line. */
    static List<Double> dashes(Variant variant) {
        return switch (variant) {
            case ADD -> List.of();
            case CONCAT -> List.of(9.0, 5.0);
            case NO_SKIP -> List.of(2.0, 5.0);
            case AS_DRAWN -> List.of(9.0, 4.0, 2.0, 4.0);
        };
    }

    /** A circle, a square, a triangle, a diamond. */
    static Shape marker(Variant variant, double x, double y) {
        Polygon marker = new Polygon(switch (variant) {
            case ADD -> circle();
            case CONCAT -> new double[] {-HALF, -HALF, HALF, -HALF, HALF, HALF, -HALF, HALF};
            case NO_SKIP -> new double[] {0, -HALF - 1, HALF + 1, HALF, -HALF - 1, HALF};
            case AS_DRAWN -> new double[] {0, -HALF - 2, HALF + 2, 0, 0, HALF + 2, -HALF - 2, 0};
        });
        marker.setTranslateX(x);
        marker.setTranslateY(y);
        return of(variant, marker, "race-marker");
    }

    private static double[] circle() {
        int corners = 16;
        double[] points = new double[2 * corners];
        for (int k = 0; k < corners; k++) {
            points[2 * k] = HALF * Math.cos(2 * Math.PI * k / corners);
            points[2 * k + 1] = HALF * Math.sin(2 * Math.PI * k / corners);
        }
        return points;
    }

    /** A piece of the lane's line, for a legend. */
    static Node sample(Variant variant) {
        Line line = of(variant, new Line(0, 0, SAMPLE, 0), "race-line");
        line.getStrokeDashArray().setAll(dashes(variant));
        Node marker = marker(variant, SAMPLE / 2, 0);
        HBox box = new HBox(new Group(line, marker));
        box.getStyleClass().add("race-sample");
        return box;
    }
}
