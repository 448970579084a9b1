package skipstitch.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import skipstitch.network.Edge;
import skipstitch.network.Fit;
import skipstitch.network.Inlet;
import skipstitch.network.InputSizes;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.skips.Repair;
import skipstitch.network.skips.Repairs;

/** What would mend a node that breaks a rule, the usual remedy first. */
public final class Remedies {
    private static final Set<Repair.Kind> FRAMES = EnumSet.of(Repair.Kind.CROP, Repair.Kind.ZERO_PAD);

    private final Document document;
    private final Node node;
    private final List<Remedy> found = new ArrayList<>();

    /**
     * One of them.
     *
     * @param title       {@code 1×1 conv, 16 filters, on the edge from conv0}
     * @param information what it does to the information; may be empty
     * @param edit        what makes it so
     */
    public record Remedy(String title, String information, Edit edit) {}

    private Remedies(Document document, Node node) {
        this.document = document;
        this.node = node;
    }

    /** None for a node that fits, and where nothing that the app could do would mend it. */
    public static List<Remedy> of(Document document, NodeId id) {
        Optional<Node> node = document.network().find(id);
        Shapes shapes = Shapes.of(document.network());
        if (node.isEmpty() || !(shapes.fit(id) instanceof Fit.Breaks(Misfit misfit))) {
            return List.of();
        }
        Remedies remedies = new Remedies(document, node.get());
        InputSizes.mending(shapes, misfit).ifPresent(sizes -> remedies.resize(sizes, shapes));
        remedies.find(misfit, shapes);
        return remedies.found.stream().filter(remedy -> mends(document, remedy, misfit)).toList();
    }

    /** Whether the node keeps its rule then; another edge may still break it. */
    private static boolean mends(Document document, Remedy remedy, Misfit misfit) {
        Network after = remedy.edit().apply(document).network();
        if (!after.has(misfit.node())) {
            return true;
        }
        Fit fit = Shapes.of(after).fit(misfit.node());
        return !(fit instanceof Fit.Breaks(Misfit left) && left.equals(misfit));
    }

    private void find(Misfit misfit, Shapes shapes) {
        switch (misfit.rule()) {
            case SAME_SHAPE, SAME_SIZE -> meet(shapes);
            case VECTOR -> {
                insert("Flatten before it", "every value becomes a channel", List.of(new Layer.Flatten()), 0);
                insert("Average each channel before it", "one number a channel is left", List.of(new Layer.GlobalAveragePool()), 0);
            }
            case GROUPS_DIVIDE -> {
                if (node.layer() instanceof Layer.Conv conv) {
                    found.add(new Remedy("One group", "every filter sees every channel", ChangeLayer.to(node.id(),
                            new Layer.Conv(conv.filters(), conv.window(), 1, conv.bias()))));
                }
            }
            case NO_CYCLE -> {
                Set<NodeId> after = document.network().downstream(node.id());
                for (int i = 0; i < node.inlets().size(); i++) {
                    if (after.contains(node.inlets().get(i).source())) {
                        cut(i);
                    }
                }
            }
            case SOURCES_EXIST -> {
                for (int i = 0; i < node.inlets().size(); i++) {
                    if (!document.network().has(node.inlets().get(i).source())) {
                        cut(i);
                    }
                }
            }
            case FAN_IN -> {
                if (node.inlets().size() > node.layer().fanIn().most()) {
                    cut(node.inlets().size() - 1);
                } else if (node.layer() instanceof Layer.Merge && node.inlets().size() == 1) {
                    found.add(new Remedy("Take the merge away", "", new DeleteNodes(Set.of(node.id()))));
                }
            }
            case SETTINGS, GATE_OF_ONE_CHANNEL, WINDOW_FITS, SIZE_POSITIVE, ADDRESSABLE, INDICES_OF_A_POOL -> { }
        }
    }

    /** Another size of the picture; the picture framed; what meets here cut or framed, whichever way. */
    private void resize(InputSizes sizes, Shapes shapes) {
        Stream.of(sizes.smaller(), sizes.larger()).flatMap(Optional::stream).forEach(shape -> found.add(
                new Remedy("Input " + size(shape), "the picture is fitted to it", new ResizeInput(sizes.node().id(), shape))));
        if (node.layer() instanceof Layer.Merge && node.inlets().size() == 2) {
            Shape first = shapes.shape(node.inlets().get(0).source());
            Shape second = shapes.shape(node.inlets().get(1).source());
            frame(first, second, 0);
            frame(second, first, 1);
        }
        sizes.larger().ifPresent(shape -> framePicture(sizes, shape));
    }

    /** Cuts or frames what enters by an inlet, which brings it to the other's height and width. */
    private void frame(Shape comes, Shape wanted, int inlet) {
        Stream<Repair> repairs = (node.layer() instanceof Layer.Concat ? Repairs.forConcat(comes, wanted)
                : Repairs.forAdd(comes, wanted)).stream();
        repairs.filter(repair -> FRAMES.contains(repair.kind())).findFirst().ifPresent(repair -> insert(
                repair.title() + ", on the edge from " + node.inlets().get(inlet).source() + ": makes " + repair.result(),
                repair.information(), repair.layers(), inlet));
    }

    private static Size size(Shape shape) {
        return new Size(shape.height(), shape.width());
    }

    /** Zeros around the picture; none where it goes several ways. */
    private void framePicture(InputSizes sizes, Shape larger) {
        int rows = larger.height() - sizes.input().height();
        int columns = larger.width() - sizes.input().width();
        Padding zeros = new Padding(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
        NodeId input = sizes.node().id();
        NewLayer.onlyEdge(document.network(), input).filter(_ -> document.network().consumers(input).size() == 1)
                .ifPresent(edge -> found.add(new Remedy("Zero-pad the picture to " + size(larger), "zeros around it, of which"
                        + " nothing is known", new InsertLayers(List.of(new Layer.ZeroPad(zeros)), edge))));
    }

    /** Brings every other tensor to the main branch's shape. */
    private void meet(Shapes shapes) {
        List<Inlet> inlets = node.inlets();
        int main = 0;
        while (main + 1 < inlets.size() && inlets.get(main).role() != Inlet.Role.MAIN) {
            main++;
        }
        Shape wanted = shapes.shape(inlets.get(main).source());
        for (int i = 0; i < inlets.size(); i++) {
            Shape comes = shapes.shape(inlets.get(i).source());
            List<Repair> repairs = i == main ? List.of() : node.layer() instanceof Layer.Concat
                    ? Repairs.forConcat(comes, wanted) : Repairs.forAdd(comes, wanted);
            for (Repair repair : repairs) {
                insert(repair.title() + ", on the edge from " + inlets.get(i).source(), repair.information(), repair.layers(), i);
            }
        }
        if (node.layer() instanceof Layer.Add && inlets.stream()
                .allMatch(inlet -> shapes.shape(inlet.source()).sameSizeAs(wanted))) {
            found.add(new Remedy("Concat instead of add", "all channels are kept, one after another",
                    ChangeLayer.to(node.id(), new Layer.Concat())));
        }
    }

    private void insert(String title, String information, List<Layer> layers, int inlet) {
        found.add(new Remedy(title, information, new InsertLayers(layers, new Edge(node.id(), inlet))));
    }

    private void cut(int inlet) {
        found.add(new Remedy("Take the edge from " + node.inlets().get(inlet).source() + " away", "",
                new DeleteEdge(new Edge(node.id(), inlet))));
    }
}
