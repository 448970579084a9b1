package skipstitch.explain.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import skipstitch.explain.Branch;
import skipstitch.explain.arithmetic.Arithmetic;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.arithmetic.Move;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.arithmetic.Operand;
import skipstitch.explain.arithmetic.Patch;
import skipstitch.explain.arithmetic.Term;
import skipstitch.explain.arithmetic.Value;
import skipstitch.explain.arithmetic.ValueExplainer;
import skipstitch.explain.arithmetic.Writing;
import skipstitch.network.NodeId;

/** The row of one number: the maps that its operands lie in, and the map that it lies in itself. */
final class Numbers {
    /** More maps than this cannot be read beside each other. */
    private static final int MOST = 3;

    private final NodeRun run;
    private final Predicate<NodeId> isPicture;

    Numbers(NodeRun run, Predicate<NodeId> isPicture) {
        this.run = run;
        this.isPicture = isPicture;
    }

    Row row(Cell cell, Branch branch, String made) {
        Value value = ValueExplainer.explain(run, cell);
        List<Source> sources = sources(value.how());
        List<Part> parts = sources.stream().limit(MOST).map(this::part).toList();
        Part result = new Part(run.node().id(), "y", cell.channel(), run.made().map(cell.channel()), branch,
                Optional.of(Span.of(cell.y(), cell.x())), Optional.of((double) value.value()), Optional.empty(),
                Optional.empty(), false);
        return new Row(parts, sources.size() - parts.size(), sign(value.how()), isJoined(value.how()), result, made,
                Writing.of(value).lines());
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

    /** What is read of one map. */
    private record Source(int inlet, int channel, List<Operand> operands, Optional<Double> gives, Optional<Patch> patch) {}

    /** Of a weighed sum those that give most come first; else as they are read. */
    private static List<Source> sources(Arithmetic how) {
        return how instanceof Arithmetic.WeightedSum sum
                ? sum.patches().stream().sorted(Comparator.comparingDouble(patch -> -size(patch.sum())))
                        .map(Numbers::source).toList()
                : sources(how.operands());
    }

    private static double size(double sum) {
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.abs(sum);
    }

    private static Source source(Patch patch) {
        return new Source(patch.inlet(), patch.channel(), patch.terms().stream().map(Term::operand).toList(),
                Optional.of(patch.sum()), Optional.of(patch));
    }

    private static List<Source> sources(List<Operand> operands) {
        record Plane(int inlet, int channel) {}
        Map<Plane, List<Operand>> byPlane = new LinkedHashMap<>();
        operands.forEach(operand -> byPlane.computeIfAbsent(new Plane(operand.inlet(), operand.cell().channel()),
                _ -> new ArrayList<>()).add(operand));
        return byPlane.entrySet().stream().map(each -> new Source(each.getKey().inlet(), each.getKey().channel(),
                each.getValue(), each.getValue().size() == 1
                        ? Optional.of((double) each.getValue().getFirst().value()) : Optional.empty(),
                Optional.empty())).toList();
    }

    private Part part(Source source) {
        Optional<Span> mark = source.operands().isEmpty() ? Optional.empty() : Optional.of(Span.of(source.operands()));
        NodeId from = run.node().inlets().get(source.inlet()).source();
        return new Part(from, run.names().get(source.inlet()), source.channel(),
                run.read().get(source.inlet()).map(source.channel()),
                run.branches().get(source.inlet()).get(source.channel()), mark, source.gives(), source.patch(),
                Optional.empty(), isPicture.test(from));
    }
}
