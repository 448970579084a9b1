package skipstitch.explain.steps;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.explain.stories.LayerStory;
import skipstitch.network.Lane;

/** What a step is in one lane. */
public sealed interface LaneStep {

    Lane lane();

    /** It has no such layer, or no tensor there; it waits until the others are past. */
    record Waits(Lane lane, String why) implements LaneStep {}

    /**
     * It is there.
     *
     * @param rows  one a channel: after a concat a place has one of each branch; none at the layer's depth
     * @param layer what the layer does
     * @param ways  of the number; empty at other depths
     */
    record Stands(Lane lane, List<Row> rows, LayerStory layer, Optional<Ways> ways) implements LaneStep {
        public Stands {
            rows = List.copyOf(rows);
        }

        /** Whether another lane shows the same numbers and says the same of them, as lanes do before they part. */
        public boolean isAlike(Stands other) {
            return rows.size() == other.rows.size() && IntStream.range(0, rows.size())
                    .allMatch(i -> rows.get(i).isAlike(other.rows.get(i)));
        }
    }
}
