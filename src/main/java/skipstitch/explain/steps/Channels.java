package skipstitch.explain.steps;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import skipstitch.explain.Branch;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.stories.ChannelStory;
import skipstitch.explain.stories.Contribution;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;

/** The row of one channel: the maps that make it, weighed by their kernels where the layer has some. */
final class Channels {
    private final NodeRun run;
    private final Predicate<NodeId> isPicture;

    Channels(NodeRun run, Predicate<NodeId> isPicture) {
        this.run = run;
        this.isPicture = isPicture;
    }

    Row row(int channel, Branch branch, String made) {
        ChannelStory story = ChannelStory.of(run, channel);
        List<Part> parts = story.contributions().stream().map(this::part).toList();
        Part result = new Part(run.node().id(), "y", channel, story.result(), branch, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), false);
        return new Row(parts, story.rest().map(ChannelStory.Rest::channels).orElse(0), story.sign(),
                run.node().layer() instanceof Layer.Concat, result, made, story.lines());
    }

    private Part part(Contribution contribution) {
        NodeId source = run.node().inlets().get(contribution.inlet()).source();
        boolean picture = isPicture.test(source);
        return new Part(source, contribution.name(), contribution.channel(),
                contribution.gives(), contribution.branch(), Optional.empty(), Optional.empty(), Optional.empty(),
                contribution.kernel().map(kernel -> new Part.Weighed(contribution.source(), kernel, picture)),
                picture && contribution.kernel().isEmpty());
    }
}
