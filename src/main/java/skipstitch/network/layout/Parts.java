package skipstitch.network.layout;

import java.util.List;

/** Parts that no edge connects, one below the other; single nodes side by side at the end. */
final class Parts {
    private static final double BETWEEN = 48;
    private static final double LONGEST_ROW = 1200;

    private Parts() {}

    static Sheet sheet(Graph graph) {
        Sheet all = new Sheet();
        // In drawing order, whatever part a node is in.
        graph.vertices().forEach(vertex -> all.boxes().put(vertex.id(), new Box(Box.Kind.CARD, 0, 0)));
        List<Graph> parts = graph.parts();
        double bottom = Double.NEGATIVE_INFINITY;
        for (Graph part : parts) {
            if (part.size() > 1 || parts.size() == 1) {
                Sheet sheet = Part.sheet(part);
                double down = below(bottom, sheet.area());
                all.add(sheet, 0, down);
                bottom = sheet.area().bottom() + down;
            }
        }
        if (parts.size() > 1) {
            addSingles(parts.stream().filter(part -> part.size() == 1).map(Part::sheet).toList(), all, bottom);
        }
        return all;
    }

    private static void addSingles(List<Sheet> singles, Sheet all, double above) {
        double x = 0;
        double row = above;
        double bottom = above;
        for (Sheet single : singles) {
            if (x > LONGEST_ROW) {
                x = 0;
                row = bottom;
            }
            double down = below(row, single.area());
            all.add(single, x, down);
            bottom = Math.max(bottom, single.area().bottom() + down);
            x += single.area().width() + BETWEEN;
        }
    }

    private static double below(double bottom, Area area) {
        return bottom == Double.NEGATIVE_INFINITY ? 0 : bottom + BETWEEN - area.top();
    }
}
