package skipstitch.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import skipstitch.network.Variant;
import skipstitch.training.Curve;
import skipstitch.training.Prediction;
import skipstitch.training.Race;
import skipstitch.training.RaceLane;
import skipstitch.training.RaceSettings;
import skipstitch.training.Run;

/**
 * How a race stands.
 *
 * @param lanes       in the order of the merges
 * @param curves      of all runs, as far as they go
 * @param predictions of each lane, of the last seed of which all lanes have some; empty before
 * @param seed        that one
 * @param progress    the share that is done, from 0 to 1
 * @param secondsLeft about so many, if it goes on as until now
 */
public record RaceStanding(RaceSettings settings, List<RaceLane> lanes, List<Curve> curves,
                           List<List<Prediction>> predictions, Optional<Long> seed, double progress,
                           OptionalDouble secondsLeft, State state) {
    /** Less is too little to reckon with. */
    private static final double ENOUGH = 0.01;

    public RaceStanding {
        lanes = List.copyOf(lanes);
        curves = List.copyOf(curves);
        predictions = List.copyOf(predictions);
    }

    /** Whether it goes on. */
    public enum State {
        GOING, PAUSED, FINISHED,
        /** Called off by a person. */
        STOPPED
    }

    /** @param seconds that it went until now, without pauses */
    static RaceStanding of(Race race, double seconds) {
        int width = race.lanes().size();
        List<List<Prediction>> newest = List.of();
        Optional<Long> seed = Optional.empty();
        for (int first = 0; first < race.runs().size(); first += width) {
            List<Run> together = race.runs().subList(first, first + width);
            List<List<Prediction>> shown = together.stream().map(Run::predictions).toList();
            if (shown.stream().noneMatch(List::isEmpty)) {
                newest = shown;
                seed = Optional.of(together.getFirst().seed());
            }
        }
        double progress = race.progress();
        return new RaceStanding(race.settings(), race.lanes(), race.curves(), newest, seed, progress,
                progress < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of(seconds * (1 - progress) / progress),
                race.runs().stream().allMatch(Run::isOver) ? State.FINISHED : State.GOING);
    }

    RaceStanding with(State other) {
        return new RaceStanding(settings, lanes, curves, predictions, seed, progress, secondsLeft, other);
    }

    /** Whether there is more to come. */
    public boolean isUnderWay() {
        return state == State.GOING || state == State.PAUSED;
    }

    /** All seeds' curves of one lane. */
    public List<Curve> curves(Variant variant) {
        return curves.stream().filter(curve -> curve.variant() == variant).toList();
    }
}
