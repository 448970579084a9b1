package skipstitch.ui.viewer;

import java.util.List;
import javafx.scene.paint.Color;
import skipstitch.explain.Closeup;
import skipstitch.tensor.ChannelOrder;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Statistics;
import skipstitch.ui.drawing.Words;

/** Paints the part of a sheet that is seen: maps, their frames, and below each its channel and what it is sorted by. */
final class SheetPainter {
    private static final double FRAME = 3;
    private static final double GAP = 7;
    /** The outline of the selected channel goes here. */
    private static final double ABOVE_CAPTION = 3;
    private static final double SEAM = 12;

    private final GlyphSizes glyphs;

    SheetPainter(GlyphSizes glyphs) {
        this.glyphs = glyphs;
    }

    SheetLayout.Trim trim(double device) {
        return new SheetLayout.Trim((int) Math.floor(FRAME * device),
                glyphs.caption(device).height() + (int) Math.round(ABOVE_CAPTION * device),
                (int) Math.round(GAP * device), (int) Math.round(SEAM * device));
    }

    /** @param ink of what is written below the maps */
    void paint(Raster raster, Closeup closeup, ColourScale.Lookup colours, SheetSight sight, List<Integer> channels,
               ChannelOrder order, Color ink, double device) {
        SheetLayout layout = sight.layout();
        Glyphs type = glyphs.caption(device);
        MapPainter painter = new MapPainter(raster, colours,
                glyphs.numbers(layout, closeup.tensor().shape(), device));
        int argb = 0xff << 24 | (int) Math.round(ink.getRed() * 255) << 16 | (int) Math.round(ink.getGreen() * 255) << 8
                | (int) Math.round(ink.getBlue() * 255);
        int frame = layout.trim().frame();
        for (int position : layout.between(sight.y(), sight.y() + sight.height())) {
            int channel = channels.get(position);
            int x = sight.left(position);
            int y = sight.top(position);
            painter.frame(closeup.branches().get(channel), x, y, layout.mapWidth(), layout.mapHeight(), frame,
                    Math.max(1, (int) Math.round(device)));
            painter.map(closeup.tensor(), channel, x, y, layout.mapWidth(), layout.mapHeight());
            int below = y + layout.mapHeight() + frame + (int) Math.round(ABOVE_CAPTION * device);
            String index = Integer.toString(channel);
            type.write(raster, x, below, index, argb);
            String figure = figure(order, closeup.statistics().get(channel));
            if (type.width(index) + type.width(figure) + type.height() / 2 <= layout.mapWidth()) {
                type.write(raster, x + layout.mapWidth() - type.width(figure), below, figure, argb);
            }
        }
    }

    /** What channels are sorted by. */
    private static String figure(ChannelOrder order, Statistics of) {
        return switch (order.by()) {
            case INDEX -> "";
            case MEAN -> Words.value((float) of.mean());
            case NORM -> Words.value((float) of.norm());
            case SPARSITY -> Math.round(of.zeros() * 100) + "%";
        };
    }
}
