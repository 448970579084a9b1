package skipstitch.explain.steps;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import skipstitch.explain.Branch;
import skipstitch.explain.Composition;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.explain.WaitingWords;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.reach.Influence;
import skipstitch.explain.reach.Shares;
import skipstitch.explain.stories.LayerStory;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;

/** Says what is to be said at any place of the lanes of one run. For one thread at a time: it remembers the last layer. */
public final class StepExplainer {
    private static final String NO_SUCH_LAYER = "This lane has no such layer and waits here.";

    private final List<Ran> lanes;
    private final NodeId merge;
    private final List<Provenance> provenances;
    private final List<Composition> compositions;
    private final Map<Ran, NodeRun> runs = new IdentityHashMap<>();

    /**
     * @param drawn the network that the lanes are variants of
     * @param lanes top to bottom
     * @param merge whose branches have colours
     */
    public StepExplainer(Network drawn, List<Ran> lanes, NodeId merge) {
        this.lanes = List.copyOf(lanes);
        this.merge = merge;
        this.provenances = lanes.stream().map(ran -> Provenance.of(ran.lane(), drawn, merge)).toList();
        this.compositions = lanes.stream().map(ran -> Composition.of(ran.lane())).toList();
    }

    /** @param at on a route of these lanes */
    public Step explain(Stepper at) {
        List<LaneStep> steps = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            steps.add(explain(at, lane));
        }
        return new Step(at, merge, steps, scale(steps));
    }

    /**
     * The lanes' part of a step of other lanes: where those have the layer, at the same place there.
     *
     * @param elsewhere on a route of other lanes, of another network
     */
    public List<LaneStep> beside(Stepper elsewhere) {
        Route route = Route.of(lanes.stream().map(Ran::lane).toList());
        return route.has(elsewhere.node()) ? explain(elsewhere.on(route)).lanes()
                : lanes.stream().<LaneStep>map(ran -> new LaneStep.Waits(ran.lane(), NO_SUCH_LAYER)).toList();
    }

    private LaneStep explain(Stepper at, int lane) {
        Ran ran = lanes.get(lane);
        if (!ran.activations().has(at.node())) {
            return new LaneStep.Waits(ran.lane(), why(at, ran));
        }
        Cell cell = at.cell();
        List<Integer> channels = at.route().channels(lane, at.node(), cell.channel());
        if (channels.isEmpty()) {
            return new LaneStep.Waits(ran.lane(), "There is no channel " + cell.channel() + " here.");
        }
        Provenance provenance = provenances.get(lane);
        return new LaneStep.Stands(ran.lane(), rows(at, ran, lane, channels), LayerStory.of(ran.lane(), provenance, at.node()),
                at.depth() == Depth.PIXEL ? Optional.of(ways(ran, at.node(), channels, cell)) : Optional.empty());
    }

    private List<Row> rows(Stepper at, Ran ran, int lane, List<Integer> channels) {
        if (at.depth().compareTo(Depth.CHANNEL) < 0) {
            return List.of();
        }
        NodeRun run = run(ran, lane, at.node());
        Predicate<NodeId> isPicture = id -> isPicture(ran, id);
        Cell cell = at.cell();
        List<Row> rows = new ArrayList<>();
        for (int channel : channels) {
            Branch branch = branch(lane, at.node(), channel);
            String made = compositions.get(lane).channel(at.node(), channel).words();
            rows.add(at.depth() == Depth.CHANNEL ? new Channels(run, isPicture).row(channel, branch, made)
                    : new Numbers(run, isPicture).row(new Cell(channel, cell.y(), cell.x()), branch, made));
        }
        return rows;
    }

    /** Of all channels that lie on the place: after a concat, those of both branches. */
    private Ways ways(Ran ran, NodeId node, List<Integer> channels, Cell cell) {
        Shapes shapes = ran.lane().shapes();
        List<Cell> cells = channels.stream().map(channel -> new Cell(channel, cell.y(), cell.x())).toList();
        Shares from = Shares.of(shapes, merge, node, cells);
        Optional<Ways.Picture> picture = shapes.order().stream()
                .filter(each -> each.layer() instanceof Layer.Input && from.all().at(each.id()).isPresent())
                .reduce((_, last) -> last)
                .map(input -> new Ways.Picture(input.id(), ran.activations().tensor(input.id())));
        return new Ways(from, Influence.of(shapes, node, cells), picture);
    }

    private static boolean isPicture(Ran ran, NodeId id) {
        return ran.lane().network().node(id).layer() instanceof Layer.Input;
    }

    private Branch branch(int lane, NodeId node, int channel) {
        List<Branch> known = provenances.get(lane).of(node);
        return known.isEmpty() ? Branch.NONE : known.get(channel);
    }

    private NodeRun run(Ran ran, int lane, NodeId node) {
        NodeRun known = runs.get(ran);
        if (known == null || !known.node().id().equals(node)) {
            known = NodeRun.of(ran, provenances.get(lane), node);
            runs.put(ran, known);
        }
        return known;
    }

    private static String why(Stepper at, Ran ran) {
        return ran.lane().network().has(at.node())
                ? WaitingWords.of(ran.lane().shapes(), at.node()).orElse("This lane was not run.")
                : NO_SUCH_LAYER;
    }

    static ColourScale scale(List<LaneStep> steps) {
        return ColourScale.of(steps.stream()
                .flatMap(step -> step instanceof LaneStep.Stands stands ? stands.rows().stream() : Stream.empty())
                .flatMap(row -> Stream.concat(row.parts().stream().filter(part -> !part.source()),
                        Stream.of(row.result())))
                .map(part -> part.map().extent()).reduce(Extent::union).orElse(new Extent(0, 0, 0, 0)));
    }
}
