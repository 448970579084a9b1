package skipstitch.explain.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.explain.Branch;
import skipstitch.explain.arithmetic.Arithmetic;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.arithmetic.Move;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.arithmetic.Operand;
import skipstitch.explain.arithmetic.Patch;
import skipstitch.explain.arithmetic.Value;
import skipstitch.explain.arithmetic.ValueExplainer;
import skipstitch.explain.arithmetic.Writing;

/** The row of one number: the maps that its operands lie in, and the map that it lies in itself. */
final class Numbers {
    /** More maps than this cannot be read beside each other. */
    private static final int MOST = 3;

    private final NodeRun run;
    private final boolean fromPicture;

    Numbers(NodeRun run, boolean fromPicture) {
        this.run = run;
        this.fromPicture = fromPicture;
    }

    Row row(Cell cell, Branch branch, String made) {
        Value value = ValueExplainer.explain(run, cell);
        List<Part> parts = parts(value.how());
        Part result = new Part(run.node().id(), "y", cell.channel(), run.made().map(cell.channel()), branch,
                Optional.of(Span.of(cell.y(), cell.x())), Optional.of((double) value.value()), Optional.empty(), Optional.empty(), false);
        List<Part> shown = parts.subList(0, Math.min(MOST, parts.size()));
        return new Row(shown, parts.size() - shown.size(), sign(value.how()), isJoined(value.how()), result, made, Writing.of(value).lines());
    }

    private static boolean isJoined(Arithmetic how) {
        return how instanceof Arithmetic.Copied(_, Move.Joined _);
    }

    private static String sign(Arithmetic how) {
        return switch (how) {
            case Arithmetic.WeightedSum _, Arithmetic.Sum _ -> "+";
            case Arithmetic.Product _ -> "×";
            case Arithmetic.Share _ -> ",";
            case Arithmetic.Given _, Arithmetic.Copied _, Arithmetic.Absent _, Arithmetic.Maximum _, Arithmetic.Mean _,
                    Arithmetic.Between _, Arithmetic.Normalised _, Arithmetic.Rectified _, Arithmetic.Leaky _,
                    Arithmetic.Squashed _, Arithmetic.Scaled _ -> "";
        };
    }

    private List<Part> parts(Arithmetic how) {
        return switch (how) {
            case Arithmetic.WeightedSum sum -> sum.patches().stream()
                    .sorted(Comparator.comparingDouble(patch -> -size(patch.sum()))).map(this::part).toList();
            // A pool's own window is what says where the value went.
            default -> parts(how.operands());
        };
    }

    private static double size(double sum) {
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.abs(sum);
    }

    private Part part(Patch patch) {
        List<Operand> operands = patch.terms().stream().map(term -> term.operand()).toList();
        return part(patch.inlet(), patch.channel(), operands, Optional.of(patch.sum()), Optional.of(patch));
    }

    /** One part a map, in the order in which the operands are read. */
    private List<Part> parts(List<Operand> operands) {
        record Map2d(int inlet, int channel) {}
        Map<Map2d, List<Operand>> byMap = new LinkedHashMap<>();
        operands.forEach(operand -> byMap.computeIfAbsent(new Map2d(operand.inlet(), operand.cell().channel()),
                _ -> new ArrayList<>()).add(operand));
        return byMap.entrySet().stream().map(each -> part(each.getKey().inlet(), each.getKey().channel(), each.getValue(),
                each.getValue().size() == 1 ? Optional.of((double) each.getValue().getFirst().value()) : Optional.empty(),
                Optional.empty())).toList();
    }

    private Part part(int inlet, int channel, List<Operand> operands, Optional<Double> gives, Optional<Patch> patch) {
        Optional<Span> mark = operands.isEmpty() ? Optional.empty() : Optional.of(Span.of(operands));
        Branch branch = run.branches().get(inlet).get(channel);
        return new Part(run.node().inlets().get(inlet).source(), run.names().get(inlet), channel, run.read().get(inlet).map(channel), branch, mark, gives, patch,
                Optional.empty(), fromPicture);
    }
}
