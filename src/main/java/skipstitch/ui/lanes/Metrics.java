package skipstitch.ui.lanes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.layout.RowLayout.Arc;
import skipstitch.network.layout.RowLayout.Place;
import skipstitch.network.layout.RowLayout;
import skipstitch.session.Comparison;

/**
 * From rows and columns to world units, the same for all lanes. Places are multiples of eight.
 *
 * @param layout    rows and columns
 * @param columnX   left edge of each column's cards
 * @param trunkY    top edge of the trunk's cards
 * @param width     of the whole lane
 * @param height    of the whole lane
 */
record Metrics(RowLayout layout, double[] columnX, double trunkY, double width, double height) {
    static final double CARD_WIDTH = 96;
    static final double CARD_HEIGHT = 104;
    static final double PICTURE = 48;
    static final double PICTURE_TOP = 8;
    /** Of the trunk's edges, below the card's top. */
    static final double AXIS = 44;
    static final double MERGE_RADIUS = 24;
    static final double PILL_WIDTH = 152;
    static final double PILL_HEIGHT = 48;

    private static final double MARGIN = 16;
    private static final double LEAST_GAP = 48;
    private static final double ABOVE_LOWEST_ARC = 12;
    private static final double ARC_STEP = 26;
    private static final double BELOW = 16;

    static Metrics of(Comparison comparison) {
        RowLayout layout = comparison.layout();
        double[] gaps = new double[layout.columns() + 1];
        Arrays.fill(gaps, LEAST_GAP);
        // Of lanes that are not shown, too, so that nothing moves when the merge is switched.
        List<Lane> lanes = Stream.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)
                .map(variant -> variant.of(comparison.drawn())).toList();
        for (Lane lane : lanes) {
            for (Node node : lane.network().nodes()) {
                for (Inlet inlet : node.inlets()) {
                    Place from = layout.places().get(inlet.source());
                    Place to = layout.places().get(node.id());
                    if (from.row() == 0 && to.row() == 0 && to.column() - from.column() == 1) {
                        int gap = (int) from.column();
                        double wanted = lane.shapes().find(inlet.source()).map(shape -> Stack.width(shape) + 20).orElse(0.0);
                        gaps[gap] = Math.max(gaps[gap], 8 * Math.ceil(wanted / 8));
                    }
                }
            }
        }
        double[] columnX = new double[layout.columns()];
        double x = MARGIN;
        for (int column = 0; column < columnX.length; column++) {
            columnX[column] = x;
            x += CARD_WIDTH + gaps[column];
        }
        boolean pills = layout.places().values().stream().anyMatch(place -> place.row() > 0);
        double above = 16 + ABOVE_LOWEST_ARC + ARC_STEP * Math.max(0, layout.levels() - 1) + (pills ? 28 : 0);
        double trunkY = 8 * Math.ceil((layout.levels() == 0 ? MARGIN : above + 8) / 8);
        double width = columnX.length == 0 ? 0 : columnX[columnX.length - 1] + CARD_WIDTH + MARGIN;
        return new Metrics(layout, columnX, trunkY, width, trunkY + CARD_HEIGHT + BELOW);
    }

    /** Left edge of a card; whole columns for the trunk, between them for what stands above it. */
    double x(NodeId id) {
        Place place = layout.places().get(id);
        if (place.row() == 0) {
            return columnX[(int) place.column()];
        }
        int left = (int) Math.floor(place.column());
        int right = Math.min((int) Math.ceil(place.column()), columnX.length - 1);
        double middle = (columnX[left] + columnX[right] + CARD_WIDTH) / 2;
        return 8 * Math.round((middle - PILL_WIDTH / 2) / 8);
    }

    double centreX(NodeId id) {
        return x(id) + (isAbove(id) ? PILL_WIDTH : CARD_WIDTH) / 2;
    }

    double y(NodeId id) {
        return isAbove(id) ? 8 * Math.round((pillAxis(id) - PILL_HEIGHT / 2) / 8) : trunkY;
    }

    private double pillAxis(NodeId id) {
        int level = layout.arcs().entrySet().stream()
                .filter(arc -> arc.getKey().from().equals(id) || arc.getKey().to().equals(id))
                .mapToInt(Map.Entry::getValue).max().orElse(1);
        return arcY(level) - (PILL_HEIGHT / 2 - 4);
    }

    boolean isAbove(NodeId id) {
        return layout.places().get(id).row() > 0;
    }

    /** Height of an arc's flat top. */
    double arcY(int level) {
        return trunkY - ABOVE_LOWEST_ARC - ARC_STEP * (level - 1);
    }

    int level(NodeId from, NodeId to) {
        return layout.arcs().getOrDefault(new Arc(from, to), 0);
    }

    /** Ids in reading order, trunk and what is above it, for the keyboard. */
    List<NodeId> readingOrder(Lane lane) {
        Map<NodeId, Double> columns = new LinkedHashMap<>();
        lane.network().nodes().forEach(node -> columns.put(node.id(), layout.places().get(node.id()).column()));
        return columns.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
    }
}
