package skipstitch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Fit;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.Shape;

/** What {@code shapes} answers, as JSON or as a table. */
final class ShapesReport {
    private ShapesReport() {}

    static String json(Lane lane) {
        Costs costs = Costs.of(lane);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("network", lane.network().name());
        report.put("merge", lane.variant().word());
        lane.network().inputShape().ifPresent(shape -> report.put("input", Json.shape(shape)));
        report.put("nodes", lane.network().nodes().stream().map(node -> node(lane, costs, node)).toList());
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("params", costs.total().params());
        totals.put("macs", costs.total().macs());
        totals.put("activationBytes", costs.total().activationBytes());
        report.put("totals", totals);
        return Json.write(report);
    }

    private static Map<String, Object> node(Lane lane, Costs costs, Node node) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", node.id().value());
        entry.put("op", node.layer().op());
        entry.put("inputs", node.inlets().stream().map(inlet -> inlet.source().value()).toList());
        Fit fit = lane.shapes().fit(node.id());
        entry.put("shape", fit.found().map(Json::shape).orElse(null));
        entry.put("params", fit.found().map(_ -> costs.of(node.id()).params()).orElse(null));
        entry.put("macs", fit.found().map(_ -> costs.of(node.id()).macs()).orElse(null));
        Json.putReason(entry, fit);
        if (!lane.isLive(node.id())) {
            entry.put("counted", false);
        }
        if (lane.isAdded(node.id())) {
            entry.put("added", true);
        }
        return entry;
    }

    static String table(Lane lane) {
        Costs costs = Costs.of(lane);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("node", "op", "inputs", "shape", "params", "MACs"));
        for (Node node : lane.network().nodes()) {
            rows.add(row(lane, costs.of(node.id()), node));
        }
        Cost total = costs.total();
        rows.add(List.of("total", "", "", "", number(total.params()), number(total.macs())));
        StringBuilder text = new StringBuilder(lane.network().name() + ", merge " + lane.variant().word() + "\n");
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(i < 3 ? row.get(i) + blanks : blanks + row.get(i)).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text + "activations " + number(total.activationBytes()) + " bytes";
    }

    private static List<String> row(Lane lane, Cost cost, Node node) {
        String inputs = String.join(", ", node.inlets().stream().map(inlet -> inlet.source().value()).toList());
        String op = node.layer().op() + (lane.isAdded(node.id()) ? " (added)" : "");
        boolean fits = lane.shapes().find(node.id()).isPresent();
        String shape = lane.shapes().find(node.id()).map(Shape::toString)
                .orElse(lane.shapes().fit(node.id()) instanceof Fit.Breaks ? "misfit" : "waits");
        if (!lane.isLive(node.id())) {
            return List.of(node.id().value(), op, inputs, shape, "not counted", "");
        }
        return List.of(node.id().value(), op, inputs, shape, fits ? number(cost.params()) : "",
                fits ? number(cost.macs()) : "");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
