package skipstitch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.engine.tape.Tapes;

/**
 * All lanes of a network, trained from all seeds. Whoever has it go on calls {@link #step} until it returns false, or
 * steps the runs in an order of their own. Closing it ends it; what its runs have shown so far stays.
 */
public final class Race implements AutoCloseable {
    /** Held-out examples that are judged in one piece of work. */
    private static final int AT_ONCE = 8;

    private final RaceSettings settings;
    private final List<RaceLane> lanes;
    private final List<Run> runs;
    private int last = -1;

    private Race(RaceSettings settings, List<RaceLane> lanes, List<Run> runs) {
        this.settings = settings;
        this.lanes = List.copyOf(lanes);
        this.runs = List.copyOf(runs);
    }

    /** @throws Unraceable if the network does not fit the task; says why */
    public static Race of(RaceSettings settings, Tapes tapes) throws Unraceable {
        List<RaceLane> lanes = RaceLane.of(settings);
        HeldOut heldOut = HeldOut.of(settings.task(), settings.network().inputShape().orElseThrow(), settings.heldOut(),
                AT_ONCE);
        List<Run> runs = new ArrayList<>();
        for (long seed : settings.seeds()) {
            for (RaceLane lane : lanes) {
                runs.add(new Run(settings, lane, seed, tapes, heldOut));
            }
        }
        return new Race(settings, lanes, runs);
    }

    public RaceSettings settings() {
        return settings;
    }

    /** In the order of the merges. */
    public List<RaceLane> lanes() {
        return lanes;
    }

    /** All lanes of the first seed, then of the second, and so on. */
    public List<Run> runs() {
        return runs;
    }

    /** As far as they go by now, in the order of the runs. */
    public List<Curve> curves() {
        return runs.stream().map(Run::curve).toList();
    }

    /** The share of all training steps that is done or will not be. */
    public double progress() {
        return runs.stream().mapToDouble(run -> run.isOver() ? 1 : (double) run.stepsDone() / settings.steps())
                .average().orElse(1);
    }

    /** The run whose turn it is: of the first seed that is not through, lane after lane; empty if all are over. */
    public Optional<Run> next() {
        int width = lanes.size();
        for (int first = 0; first < runs.size(); first += width) {
            for (int i = 1; i <= width; i++) {
                int index = first + Math.floorMod(last - first + i, width);
                if (!runs.get(index).isOver()) {
                    last = index;
                    return Optional.of(runs.get(index));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Does one piece of work of the run whose turn it is.
     *
     * @return whether there is more to do
     */
    public boolean step() {
        Optional<Run> run = next();
        run.ifPresent(Run::step);
        return runs.stream().anyMatch(each -> !each.isOver());
    }

    @Override
    public void close() {
        runs.forEach(Run::close);
    }
}
