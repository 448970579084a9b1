package skipstitch.ui.drawing;

import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Marks of a place in a map. */
public final class Spots {
    private Spots() {}

    /** A square around a cell, at least {@code least} units from side to side. */
    public static void ring(Path path, double x, double y, double width, double height, double least) {
        double halfWidth = Math.max(width, least) / 2 + 1;
        double halfHeight = Math.max(height, least) / 2 + 1;
        double centreX = x + width / 2;
        double centreY = y + height / 2;
        path.getElements().addAll(new MoveTo(centreX - halfWidth, centreY - halfHeight),
                new LineTo(centreX + halfWidth, centreY - halfHeight), new LineTo(centreX + halfWidth, centreY + halfHeight),
                new LineTo(centreX - halfWidth, centreY + halfHeight), new ClosePath());
    }
}
