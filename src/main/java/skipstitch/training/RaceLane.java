package skipstitch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.tape.Parameters;
import skipstitch.network.Costs;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.training.tasks.TaskFit;

/**
 * One variant of the network in a race.
 *
 * @param drawn      the network of which it is a lane: fitted to the task, and in widths of its own if parameters are
 *                   to be equal
 * @param lane       of it
 * @param trained    the shapes of the part of the lane that the output depends on
 * @param output     gives the scores, or the picture
 * @param parameters how many numbers are trained
 * @param changes    what was changed in the network to take part; whole sentences
 */
public record RaceLane(Network drawn, Lane lane, Shapes trained, NodeId output, long parameters, List<String> changes) {
    public RaceLane {
        changes = List.copyOf(changes);
    }

    /** @throws Unraceable if the network does not fit the task, or its lanes do not fit */
    static List<RaceLane> of(RaceSettings settings) throws Unraceable {
        TaskFit.Fits fits = switch (settings.task().fit(settings.network())) {
            case TaskFit.Fits good -> good;
            case TaskFit.Refused(String why) -> throw new Unraceable(why);
        };
        long wanted = parameters(Variant.AS_DRAWN.of(fits.network()));
        List<RaceLane> lanes = new ArrayList<>();
        for (Variant variant : settings.merges()) {
            Network network = settings.equalParameters()
                    ? Widths.nearest(fits.network(), fits.output(), variant, wanted) : fits.network();
            lanes.add(of(fits, network, variant));
        }
        return lanes;
    }

    private static RaceLane of(TaskFit.Fits fits, Network network, Variant variant) throws Unraceable {
        Lane lane = variant.of(network);
        Network live = new Network(network.name(),
                lane.network().nodes().stream().filter(node -> lane.isLive(node.id())).toList());
        Shapes trained = Shapes.of(live);
        Shapes before = Shapes.of(fits.network());
        Optional<String> misfit = trained.misfits().stream().findFirst().map(found -> ": " + found.why());
        if (!trained.find(fits.output()).equals(before.find(fits.output()))) {
            throw new Unraceable(network.name() + " gives no such output in its variant '" + variant.word() + "'"
                    + misfit.orElse(""));
        }
        List<String> changes = new ArrayList<>(fits.changes());
        long parameters = parameters(lane);
        if (!network.equals(fits.network())) {
            changes.add(String.format(Locale.ROOT, "“%s” has other widths: %,d parameters instead of %,d.",
                    variant.title(), parameters, parameters(variant.of(fits.network()))));
        }
        return new RaceLane(network, lane, trained, fits.output(), parameters, changes);
    }

    static long parameters(Lane lane) {
        return Costs.of(lane).total().params();
    }

    public Variant variant() {
        return lane.variant();
    }

    /** As a run begins with them: lanes of one seed have the same ones where they have the same channels. */
    Parameters parameters(long seed) {
        return Parameters.of(trained, new SeededWeights(Initialisation.of(drawn, seed)).of(lane));
    }
}
