package skipstitch.bench.forward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import skipstitch.tensor.Tensor;

/**
 * The table of docs/benchmarks.md: engines take turns on one picture after another, so that what else the machine
 * does meets all of them alike. Arguments are names of networks; without any, all of the table.
 */
final class ForwardTable {
    private static final double SECONDS_EACH = 30;
    private static final int MOST_ROUNDS = 500;
    private static final int LEAST_ROUNDS = 5;
    private static final int WARM_UP = 3;

    private ForwardTable() {}

    public static void main(String[] args) throws Exception {
        System.out.println("| ms: fastest pass (median); peak MB | "
                + List.of(Kind.values()).stream().map(Kind::title).collect(Collectors.joining(" | ")) + " | ratio |");
        System.out.println("| --- |" + " --- |".repeat(Kind.values().length + 1));
        for (String name : args.length == 0 ? Task.NAMES : List.of(args)) {
            System.out.println(row(Task.of(name)));
        }
        System.exit(0);
    }

    private static String row(Task task) throws Exception {
        Map<Kind, Contender> contenders = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            try {
                contenders.put(kind, kind.open(task));
            } catch (UnsupportedOperationException unsupported) {
                System.err.println(kind.title() + " on " + task.name() + ": " + unsupported.getMessage());
            }
        }
        Map<Kind, List<Double>> times = measure(task, contenders);
        for (Contender contender : contenders.values()) {
            contender.close();
        }
        StringBuilder row = new StringBuilder("| `" + task.name() + "` |");
        for (Kind kind : Kind.values()) {
            row.append(times.containsKey(kind) ? cell(times.get(kind), PeakMemory.of(kind, task)) : "").append(" |");
        }
        List<Double> ours = times.get(Kind.SKIPSTITCH);
        List<Double> theirs = times.get(Kind.ONNX_RUNTIME);
        return row.append(String.format(Locale.ROOT, " %.2f (%.2f) |", ours.getFirst() / theirs.getFirst(),
                median(ours) / median(theirs))).toString();
    }

    /** Sorted, of each contender. */
    private static Map<Kind, List<Double>> measure(Task task, Map<Kind, Contender> contenders) throws Exception {
        Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
        contenders.keySet().forEach(kind -> times.put(kind, new ArrayList<>()));
        long end = Long.MAX_VALUE;
        for (int round = 0; round < WARM_UP + MOST_ROUNDS; round++) {
            if (round == WARM_UP) {
                end = System.nanoTime() + (long) (SECONDS_EACH * 1e9);
            }
            if (round >= WARM_UP + LEAST_ROUNDS && System.nanoTime() > end) {
                break;
            }
            Tensor picture = task.picture(round);
            for (Map.Entry<Kind, Contender> contender : contenders.entrySet()) {
                double millis = contender.getValue().pass(picture);
                if (round >= WARM_UP) {
                    times.get(contender.getKey()).add(millis);
                }
            }
        }
        times.values().forEach(Collections::sort);
        return times;
    }

    private static String cell(List<Double> sorted, long peak) {
        return String.format(Locale.ROOT, " %s (%s); %d", millis(sorted.getFirst()), millis(median(sorted)), peak);
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 1 ? "%.2f" : millis < 10 ? "%.1f" : "%.0f", millis);
    }
}
