package skipstitch.explain.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.explain.Inspector;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.tensor.ColourScale;

/**
 * What is to be said where the stepper stands, in all lanes at once.
 *
 * @param at    where it stands
 * @param merge whose branches have colours
 * @param lanes top to bottom
 * @param scale of all maps but the picture: equal colours are equal numbers
 */
public record Step(Stepper at, NodeId merge, List<LaneStep> lanes, ColourScale scale) {
    public Step {
        lanes = List.copyOf(lanes);
    }

    /** With lanes of other networks, all on one scale. */
    public Step and(List<LaneStep> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<LaneStep> all = Stream.concat(lanes.stream(), others.stream()).toList();
        return new Step(at, merge, all, StepExplainer.scale(all));
    }

    /** Whether a lane is one of another network, beside that of the stepper. */
    public boolean isBeside(Lane lane) {
        return !at.route().lanes().contains(lane);
    }

    /** What a lane is called here. */
    public String title(Lane lane) {
        boolean alone = lanes.stream().map(LaneStep::lane).noneMatch(this::isBeside);
        return alone ? Inspector.laneTitle(lane.variant())
                : lane.network().name() + "  ·  " + lane.variant().title().toLowerCase(Locale.ROOT);
    }

    /** Where the number comes from and goes to, in a lane; empty at other depths, and in a lane that waits. */
    public Optional<Ways> ways(Lane lane) {
        return lanes.stream().filter(each -> each.lane() == lane)
                .flatMap(each -> each instanceof LaneStep.Stands stands ? stands.ways().stream() : Stream.empty()).findFirst();
    }

    /** The lanes, top to bottom; those that are alike share a list. */
    public List<List<LaneStep>> alike() {
        List<List<LaneStep>> groups = new ArrayList<>();
        for (LaneStep lane : lanes) {
            groups.stream().filter(group -> group.getFirst() instanceof LaneStep.Stands first
                    && lane instanceof LaneStep.Stands stands && first.isAlike(stands)).findFirst()
                    .ifPresentOrElse(group -> group.add(lane), () -> groups.add(new ArrayList<>(List.of(lane))));
        }
        return groups;
    }
}
