package skipstitch.ui.tensors;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;

/**
 * Where each channel of a panel stands: the columns and the size of a map are the same for all panels of one
 * inspection, and each block of channels begins a row of its own, with a seam before it. Where there are more channels
 * than can be seen, a block shows some rows at a time.
 *
 * @param columns    maps in a row
 * @param mapWidth   units of one map's width
 * @param mapHeight  units of one map's height
 * @param rows       of a block that are shown at a time, at most
 * @param page       which of them: 0 for the first ones; a block that has fewer pages shows its last
 */
record TileGrid(int columns, double mapWidth, double mapHeight, int rows, int page) {
    /** Of the coloured frame around each map. */
    static final double FRAME = 3;
    private static final double GAP = 4;
    private static final double SEAM = 10;
    private static final double LEAST_MAP = 8;
    /** Smaller maps show nothing from the last row: fewer are shown then. */
    private static final double LEGIBLE_MAP = 16;
    private static final double NEARLY = 0.85;

    /** All rows at once. */
    TileGrid(int columns, double mapWidth, double mapHeight) {
        this(columns, mapWidth, mapHeight, Integer.MAX_VALUE, 0);
    }

    /** Whether some channels have to wait for another page, as they would be too small to read. */
    boolean isPaged() {
        return rows < Integer.MAX_VALUE;
    }

    TileGrid onPage(int wanted) {
        return new TileGrid(columns, mapWidth, mapHeight, rows, wanted);
    }

    private double pitchX() {
        return mapWidth + 2 * FRAME + GAP;
    }

    private double pitchY() {
        return mapHeight + 2 * FRAME + GAP;
    }

    double width() {
        return columns * pitchX() - GAP;
    }

    double height(Panel panel) {
        return panel.blocks().stream().mapToInt(this::rows).sum() * pitchY() - GAP + (panel.blocks().size() - 1) * SEAM;
    }

    /** How many rows a block shows at a time. */
    private int rows(Block block) {
        return Math.min(rows, Math.ceilDiv(block.count(), columns));
    }

    /** How many pages there are to turn, at least one. */
    int pages(Panel panel) {
        return panel.blocks().stream().mapToInt(this::pages).max().orElse(1);
    }

    private int pages(Block block) {
        return Math.max(1, Math.ceilDiv(Math.ceilDiv(block.count(), columns), rows(block)));
    }

    private int firstRow(Block block) {
        return Math.min(page, pages(block) - 1) * rows(block);
    }

    /** Whether a channel is on the page that is shown. */
    boolean shows(Panel panel, int channel) {
        Block block = panel.block(channel);
        int row = (channel - block.first()) / columns - firstRow(block);
        return row >= 0 && row < rows(block);
    }

    /** Left edge of a channel's map, inside its frame. */
    double x(Panel panel, int channel) {
        return (channel - panel.block(channel).first()) % columns * pitchX() + FRAME;
    }

    /** Top edge of a channel's map, inside its frame. */
    double y(Panel panel, int channel) {
        double top = 0;
        for (Block block : panel.blocks()) {
            if (channel < block.first() + block.count()) {
                return top + ((channel - block.first()) / columns - firstRow(block)) * pitchY() + FRAME;
            }
            top += rows(block) * pitchY() + SEAM;
        }
        throw new IllegalArgumentException("No channel " + channel);
    }

    /**
     * The grid with the largest maps with which two columns of panels fit; of grids that are nearly as good the
     * one with the longest rows, since a short way down is easier to compare along.
     *
     * @param belowLeft units that are wanted under the left panels
     * @param headings  units that each panel needs besides its maps
     */
    static TileGrid fitting(List<Panel> left, List<Panel> right, double width, double height,
                            double belowLeft, double headings) {
        return fitting(List.of(left, right), width, height, belowLeft, headings);
    }

    /**
     * The same for any number of columns of panels.
     *
     * @param width      of a column
     * @param belowFirst units that are wanted under the first column
     */
    static TileGrid fitting(List<List<Panel>> all, double width, double height, double belowFirst, double headings) {
        double aspect = aspect(all);
        int most = Math.max(8, all.stream().mapToInt(TileGrid::most).max().orElse(1));
        List<TileGrid> grids = Stream.of(1, 2, 4, 8, 12, 16, 24, 32, 48, 64).filter(columns -> columns <= most).map(columns -> {
            double byWidth = (width + GAP) / columns - 2 * FRAME - GAP;
            double byHeight = least(all, height, belowFirst, (panels, room) -> mapHeight(panels, columns, room, headings));
            double mapWidth = Math.max(LEAST_MAP, Math.min(byWidth, byHeight / aspect));
            return new TileGrid(columns, mapWidth, mapWidth * aspect);
        }).toList();
        double largest = grids.stream().mapToDouble(TileGrid::mapWidth).max().orElseThrow();
        if (largest < LEGIBLE_MAP) {
            return paged(all, width, height, belowFirst, headings);
        }
        return grids.stream().filter(grid -> grid.mapWidth >= NEARLY * largest).toList().getLast();
    }

    /** As many maps as can be read, the rest on further pages. */
    private static TileGrid paged(List<List<Panel>> panels, double width, double height, double belowFirst,
                                  double headings) {
        double aspect = aspect(panels);
        int columns = Integer.highestOneBit(Math.max(1, (int) ((width + GAP) / (1.5 * LEGIBLE_MAP + 2 * FRAME + GAP))));
        double oneRow = least(panels, height, belowFirst, (column, room) -> rowHeight(column, room, headings));
        double mapWidth = Math.max(LEAST_MAP, Math.min(Math.min((width + GAP) / columns - 2 * FRAME - GAP, 2 * LEGIBLE_MAP),
                (oneRow - 2 * FRAME - GAP) / aspect));
        TileGrid all = new TileGrid(columns, mapWidth, mapWidth * aspect);
        int rows = Math.max(1, (int) Math.floor(oneRow / all.pitchY()));
        return new TileGrid(columns, mapWidth, mapWidth * aspect, rows, 0);
    }

    /** How high a row could be if every block had one. */
    private static double rowHeight(List<Panel> panels, double height, double headings) {
        int blocks = panels.stream().mapToInt(panel -> panel.blocks().size()).sum();
        double free = height - panels.size() * (headings - GAP) - (blocks - panels.size()) * SEAM;
        return blocks == 0 ? Double.MAX_VALUE : free / blocks;
    }

    /** What the column has that has least. */
    private static double least(List<List<Panel>> all, double height, double belowFirst,
                                ToDoubleBiFunction<List<Panel>, Double> of) {
        return IntStream.range(0, all.size()).mapToDouble(column ->
                of.applyAsDouble(all.get(column), column == 0 ? height - belowFirst : height)).min().orElse(height);
    }

    private static double aspect(List<List<Panel>> all) {
        return all.stream().flatMap(List::stream).findFirst()
                .map(panel -> Math.clamp((double) panel.shape().height() / panel.shape().width(), 0.25, 4)).orElse(1.0);
    }

    private static int most(List<Panel> panels) {
        return panels.stream().flatMap(panel -> panel.blocks().stream()).mapToInt(Block::count).max().orElse(1);
    }

    private static double mapHeight(List<Panel> panels, int columns, double height, double headings) {
        int rows = 0;
        double free = height;
        for (Panel panel : panels) {
            int own = panel.blocks().stream().mapToInt(block -> Math.ceilDiv(block.count(), columns)).sum();
            rows += own;
            free -= headings + (panel.blocks().size() - 1) * SEAM - GAP + own * (2 * FRAME + GAP);
        }
        return rows == 0 ? Double.MAX_VALUE : free / rows;
    }

    /** The same grid with maps of whole device pixels, and of whole multiples of the values where that costs little. */
    TileGrid snapped(int valuesWide, int valuesHigh, double scale) {
        return new TileGrid(columns, snapped(mapWidth, valuesWide, scale), snapped(mapHeight, valuesHigh, scale), rows, page);
    }

    private static double snapped(double units, int values, double scale) {
        double pixels = Math.floor(units * scale);
        double multiple = Math.floor(pixels / values) * values;
        return (multiple >= 0.8 * pixels ? multiple : pixels) / scale;
    }
}
