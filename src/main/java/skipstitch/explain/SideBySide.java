package skipstitch.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.explain.Inspection.Beside;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Role;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;

/** What different networks have of one node: equal tensors once, all on one scale. */
public final class SideBySide {
    private final List<Network> networks;
    private final List<Found> found = new ArrayList<>();

    /** Another network, and what was found there. */
    public record Other(Network drawn, Optional<Inspection> inspection) {}

    /** A panel, and the networks that have its numbers. */
    private record Found(Panel panel, List<Network> owners) {}

    private SideBySide(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Empty where no network has a tensor for the node.
     *
     * @param drawn  the network that is edited
     * @param own    what was found there
     * @param others that stand beside
     */
    public static Optional<Inspection> of(Network drawn, Optional<Inspection> own, List<Other> others) {
        List<Inspection> all = Stream.concat(own.stream(), others.stream().flatMap(each -> each.inspection().stream()))
                .toList();
        if (others.isEmpty() || all.isEmpty()) {
            return own;
        }
        SideBySide side = new SideBySide(Stream.concat(Stream.of(drawn), others.stream().map(Other::drawn)).toList());
        own.ifPresent(each -> side.add(drawn, each));
        others.forEach(other -> other.inspection().ifPresent(each -> side.add(other.drawn(), each)));
        return Optional.of(side.finish(all));
    }

    /** What comes in is shown of the first network: of the others it is a click away. */
    private void add(Network network, Inspection inspection) {
        boolean first = found.isEmpty();
        for (Panel panel : inspection.panels()) {
            Optional<Found> known = found.stream().filter(each -> each.panel().title().equals(panel.title())
                    && !each.owners().contains(network)
                    && Inspector.same(each.panel().tensor(), panel.tensor())).findFirst();
            if (known.isPresent()) {
                known.get().owners().add(network);
            } else if (first || panel.role() == Role.RESULT || panel.role() == Role.OUTPUT) {
                found.add(new Found(panel, new ArrayList<>(List.of(network))));
            }
        }
    }

    private Inspection finish(List<Inspection> all) {
        NodeId node = all.getFirst().node();
        Extent extent = all.stream().map(Inspection::extent).reduce(Extent::union).orElseThrow();
        boolean picture = networks.stream().flatMap(network -> network.find(node).stream())
                .anyMatch(at -> at.layer() instanceof Layer.Input);
        return new Inspection(node, found.stream().map(this::panel).toList(),
                picture ? ColourScale.ofPicture(extent) : ColourScale.of(extent), extent, all.getFirst().bill());
    }

    private Panel panel(Found found) {
        Network first = found.owners().getFirst();
        return found.panel().in(new Beside(words(found.owners()),
                first == networks.getFirst() ? Optional.empty() : Optional.of(first)));
    }

    private String words(List<Network> owners) {
        return owners.size() < networks.size() ? String.join(", ", owners.stream().map(Network::name).toList())
                : owners.size() == 2 ? "the same in both networks" : "the same in all " + owners.size() + " networks";
    }
}
