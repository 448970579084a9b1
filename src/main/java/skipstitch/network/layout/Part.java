package skipstitch.network.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.layout.Chains.Chain;
import skipstitch.network.layout.Graph.Arrow;

/** Boxes and routes of what hangs together. */
final class Part {
    private final Chains chains;
    private final Columns columns;
    private final DenseBlocks dense;
    private final Rows rows;
    private final Gaps gaps;
    private final Box[] boxes;
    private final Set<Integer> stacked = new HashSet<>();

    private Part(Graph graph) {
        int[] order = graph.order();
        chains = new Chains(graph, order);
        columns = new Columns(chains, order);
        dense = new DenseBlocks(graph, chains);
        rows = new Rows(graph, chains, columns, dense);
        gaps = new Gaps(graph, chains, columns, rows, dense);
        boxes = new Box[graph.size()];
        for (int node = 0; node < boxes.length; node++) {
            Box.Kind kind = graph.vertices().get(node).ring() ? Box.Kind.MERGE : Box.Kind.CARD;
            boxes[node] = new Box(kind, gaps.left(node), rows.top(node));
        }
        Pills pills = new Pills();
        graph.arrows().forEach(arrow -> addUprights(pills, arrow));
        chains.branches().stream().filter(Chain::above).forEach(chain -> {
            List<Box> found = pills.boxes(chain, boxes[chain.entry().orElseThrow().from()],
                    boxes[chain.exit().orElseThrow().to()], rows.top(chain.first()));
            for (int at = 0; at < found.size(); at++) {
                boxes[chain.nodes().get(at)] = found.get(at);
            }
        });
    }

    /** Of all edges, those of pills too: these begin and end at cards. */
    private void addUprights(Pills pills, Arrow arrow) {
        Box from = boxes[arrow.from()];
        Box to = boxes[arrow.to()];
        double height = rows.height(arrow);
        if (chains.isAbove(arrow.from())) {
            pills.add(to.landing().x(), rows.axis(arrow.from()), to.top());
        } else if (chains.isAbove(arrow.to())) {
            pills.add(from.rise().x(), rows.axis(arrow.to()), from.top());
        } else if (rows.isArc(arrow)) {
            pills.add(from.rise().x(), height, from.top());
            pills.add(to.landing().x(), height, to.top());
        } else if (from.axis() != to.axis()) {
            int gap = from.axis() == height ? columns.of(arrow.to()) - 1 : columns.of(arrow.from());
            pills.add(gaps.upright(gap, arrow.from()), from.axis(), to.axis());
        }
    }

    /** The trunk's first card stands at (0, 0), or lower in a U whose end is above its beginning. */
    static Sheet sheet(Graph graph) {
        Part part = new Part(graph);
        Sheet sheet = new Sheet();
        for (int node = 0; node < part.boxes.length; node++) {
            sheet.boxes().put(graph.vertices().get(node).id(), part.boxes[node]);
        }
        // Where a node goes straight on, its stack stands, rather than on what branches off.
        graph.arrows().stream().filter(arrow -> part.dense.isStraight(arrow)
                        || part.rows.isStep(arrow) && !part.dense.goesStraightOn(arrow.from()))
                .forEach(arrow -> sheet.routes().put(arrow.link(), part.route(arrow)));
        graph.arrows().forEach(arrow -> sheet.routes().computeIfAbsent(arrow.link(), _ -> part.route(arrow)));
        return sheet;
    }

    private Route route(Arrow arrow) {
        Box from = boxes[arrow.from()];
        Box to = boxes[arrow.to()];
        if (from.kind() == Box.Kind.PILL) {
            return to.kind() == Box.Kind.PILL ? Ways.through(List.of(from.exit(), to.entry()))
                    : Ways.fall(from.exit(), to.landing());
        }
        if (to.kind() == Box.Kind.PILL) {
            return Ways.rise(from.rise(), to.entry());
        }
        return rows.isArc(arrow) ? Ways.arc(from.rise(), to.landing(), rows.height(arrow)) : across(arrow, from, to);
    }

    /** Along a row, or from row to row. */
    private Route across(Arrow arrow, Box from, Box to) {
        int gap = columns.of(arrow.from());
        double height = rows.height(arrow);
        double first = from.axis() == height ? from.exit().x() : gaps.upright(gap, arrow.from());
        double second = to.axis() == height ? to.entry().x() : gaps.upright(columns.of(arrow.to()) - 1, arrow.from());
        Route route = Ways.through(List.of(from.exit(), new Point(first, from.axis()), new Point(first, height),
                new Point(second, height), new Point(second, to.axis()), to.entry()));
        if (stacked.add(arrow.from())) {
            double end = dense.isStraight(arrow) ? to.entry().x() : gaps.hasUprights(gap) ? gaps.stackEnd(gap) : to.entry().x() - Ways.HEAD;
            return route.bearing(Route.Load.STACK, new Point((from.exit().x() + end) / 2, from.axis()));
        }
        return arrow.link().role() == Inlet.Role.MAIN ? route
                : route.bearing(Route.Load.WORDS, new Point((first + second) / 2, height));
    }
}
