package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landings;
import skipstitch.network.skips.Repair;
import skipstitch.network.skips.Target;

/** Edits as a person may make them, and as a slip of the hand or an old list may ask for them. */
public final class RandomEdits {
    private static final ChosenPicture PICTURE = ChosenPicture.whole(Picture.of("dot", 1, 1, new int[] {-1}));

    private final Random random;

    public RandomEdits(Random random) {
        this.random = random;
    }

    public static Document document(Network network) {
        return Document.of(network, PICTURE, 1);
    }

    public Edit next(Document document) {
        Network network = document.network();
        NodeId node = node(network);
        return switch (random.nextInt(27)) {
            case 0 -> adopt(network);
            case 1 -> ChangeLayer.to(node, layer());
            case 2 -> new ChangeLayer(node, layer(), Optional.of("filters"));
            case 3 -> new ChoosePicture(random.nextBoolean() ? PICTURE : new ChosenPicture(PICTURE.picture(),
                    Optional.of(new CropBox(0, 0, 1, 1 + random.nextInt(2)))));
            case 4 -> new DeleteEdge(edge(network));
            case 5 -> new DeleteNodes(nodes(network));
            case 6 -> new InsertLayers(random.nextInt(9) == 0 ? List.of() : List.of(layer(), layer()), edge(network));
            case 7 -> new AppendLayer(layer(), node);
            case 8 -> new InsertMerge(layer(), node, new Inlet(node(network), role()),
                    random.nextBoolean() ? Optional.empty() : NewLayer.onlyEdge(network, node));
            case 9 -> new OrderInlets(node);
            case 10 -> paste(document);
            case 11 -> new PlaceLayer(layer(), new Place(random.nextInt(99), random.nextInt(99)));
            case 12 -> new PlaceNodes(Map.of(node, new Place(random.nextInt(3), 0)), "move " + node);
            case 13 -> new RenameNetwork(List.of("", " ", "net", network.name()).get(random.nextInt(4)));
            case 14 -> new RenameNode(node, List.of("", "  a ", "b").get(random.nextInt(3)));
            case 15 -> new NewLayer(kind()).after(document, node);
            case 16 -> carryBlindly(network);
            case 17, 18, 19, 20 -> carry(network);
            case 21, 22 -> new Intervene(Map.of(edge(network), intervention()), random.nextInt(2));
            case 24, 25 -> beside(document);
            case 23 -> switch (random.nextInt(4)) {
                case 0 -> TakeBack.all();
                case 1 -> TakeBack.on(edge(network));
                case 2 -> TakeBack.of(edge(network), Intervention.Kind.values()[random.nextInt(5)]);
                default -> new TurnKnob(2 * random.nextDouble(), random.nextInt(2));
            };
            default -> random.nextBoolean() ? new Tidy()
                    : new NewLayer(kind()).on(document, edge(network));
        };
    }

    private Edit beside(Document document) {
        Network other = Presets.all().get(random.nextInt(Presets.all().size())).network();
        Network there = document.beside().isEmpty() ? other
                : document.beside().get(random.nextInt(document.beside().size())).network();
        return switch (random.nextInt(4)) {
            case 0 -> new TakeAwayBeside(there);
            case 1 -> new SwapBeside(there);
            default -> new PutBeside(other);
        };
    }

    private Intervention intervention() {
        return switch (random.nextInt(5)) {
            case 0 -> new Shuffle(random.nextInt(3), random.nextBoolean());
            case 1 -> new Volume(1 + random.nextInt(3));
            case 2 -> Paint.dab(new Paint.Pixel(random.nextInt(3), 0, 0), random.nextInt(2), random.nextInt(3) - 1);
            case 3 -> new Erase(List.of(random.nextInt(3)));
            default -> new EraseAll();
        };
    }

    /** Selects something else, or looks from elsewhere. */
    public Document look(Document document) {
        return switch (random.nextInt(3)) {
            case 0 -> document.withSelection(Selection.of(nodes(document.network())).within(document.network()));
            case 1 -> document.withView(Optional.of(new Viewpoint(1, random.nextInt(9), 0)));
            default -> document.withSelection(Selection.of(edge(document.network())).within(document.network()));
        };
    }

    private Edit adopt(Network network) {
        Variant variant = Variant.values()[random.nextInt(Variant.values().length)];
        Lane lane = variant.of(network);
        List<NodeId> added = lane.network().nodes().stream().map(Node::id).filter(lane::isAdded).toList();
        return new AdoptProjection(variant, added.isEmpty() ? node(network) : added.get(random.nextInt(added.size())));
    }

    /** Anything, anywhere: what an old list may ask for. */
    private Edit carryBlindly(Network network) {
        Carried carried = switch (random.nextInt(4)) {
            case 0 -> new Carried.End(edge(network));
            case 1 -> new Carried.Start(edge(network));
            case 2 -> new Carried.MainEnd(edge(network));
            default -> new Carried.Fresh(node(network));
        };
        Target target = switch (random.nextInt(4)) {
            case 0 -> new Target.Merge(node(network));
            case 1 -> new Target.OnEdge(edge(network));
            case 2 -> new Target.Output(node(network));
            default -> new Target.Inlet(node(network));
        };
        return new CarrySkip(carried, target, random.nextBoolean() ? new Layer.Add() : new Layer.Concat(),
                random.nextBoolean() ? List.of() : List.of(layer()));
    }

    /** Anything that can be carried, to a place that answers: as it is, mended, or in spite of the answer. */
    private Edit carry(Network network) {
        Edge edge = edge(network);
        Carried carried = switch (random.nextInt(4)) {
            case 0 -> new Carried.Fresh(edge.to());
            case 1 -> new Carried.Start(edge);
            default -> network.inlet(edge).filter(inlet -> inlet.role() == Inlet.Role.SKIP).isPresent()
                    ? new Carried.End(edge) : new Carried.MainEnd(edge);
        };
        Layer.Merge merge = random.nextBoolean() ? new Layer.Add() : new Layer.Concat();
        Optional<Landings> landings = landings(network, carried).filter(each -> !each.all().isEmpty());
        if (landings.isEmpty()) {
            // An old list may ask for what is not there.
            return new CarrySkip(carried, new Target.OnEdge(edge(network)), merge, List.of());
        }
        Target target = landings.get().all().get(random.nextInt(landings.get().all().size())).target();
        List<Repair> repairs = landings.get().repairs(target, merge);
        return new CarrySkip(carried, target, merge, repairs.isEmpty() || random.nextInt(4) == 0 ? List.of()
                : repairs.get(random.nextInt(repairs.size())).layers());
    }

    private static Optional<Landings> landings(Network network, Carried carried) {
        return carried.isIn(network) ? Optional.of(Landings.of(network, carried)) : Optional.empty();
    }

    private Edit paste(Document document) {
        Fragment fragment = Fragment.of(document, nodes(document.network()));
        return switch (random.nextInt(4)) {
            case 0 -> Paste.after(document, node(document.network()), fragment);
            case 1 -> Paste.beside(fragment);
            case 2 -> new Paste(fragment, Optional.empty(), Optional.empty(), "paste");
            default -> new Paste(Fragment.of(other(), new LinkedHashSet<>(List.of(NodeId.of("n0"), NodeId.of("n1")))),
                    Optional.of(node(document.network())), Optional.of(edge(document.network())), "paste");
        };
    }

    private static Document other() {
        Map<NodeId, Place> places = new LinkedHashMap<>();
        places.put(NodeId.of("n0"), new Place(1, 1));
        places.put(NodeId.of("n1"), new Place(2, 1));
        return document(new Network("other", List.of(
                new Node(NodeId.of("n0"), "", "", new Layer.Relu(), List.of(Inlet.main(NodeId.of("gone")))),
                new Node(NodeId.of("n1"), "", "", new Layer.Add(), List.of(Inlet.skip(NodeId.of("gone")),
                        Inlet.main(NodeId.of("n0"))))))).withPlaces(places);
    }

    private Set<NodeId> nodes(Network network) {
        Set<NodeId> chosen = new LinkedHashSet<>();
        int count = random.nextInt(6) == 0 ? network.nodes().size() * 3 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            chosen.add(node(network));
        }
        return chosen;
    }

    private NodeId node(Network network) {
        return random.nextInt(20) == 0 ? NodeId.of("not-there")
                : network.nodes().get(random.nextInt(network.nodes().size())).id();
    }

    private Edge edge(Network network) {
        NodeId to = node(network);
        int inlets = network.find(to).map(found -> found.inlets().size()).orElse(0);
        return new Edge(to, random.nextInt(20) == 0 ? random.nextInt(5) - 1 : random.nextInt(Math.max(1, inlets)));
    }

    private Layer layer() {
        return kind().layer();
    }

    private LayerKind kind() {
        return LayerKind.values()[random.nextInt(LayerKind.values().length)];
    }

    private Inlet.Role role() {
        return Inlet.Role.values()[random.nextInt(Inlet.Role.values().length)];
    }
}
