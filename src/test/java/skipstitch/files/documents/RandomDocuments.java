package skipstitch.files.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Document;
import skipstitch.document.Neighbour;
import skipstitch.document.Picture;
import skipstitch.document.Selection;
import skipstitch.document.Viewpoint;
import skipstitch.engine.GivenWeights;
import skipstitch.files.BuiltInPicture;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.folding.Folding;

/** Documents of all kinds, most of them of networks that break rules. */
final class RandomDocuments {
    private static final String[] WORDS = {"", "x", "Conv 3×3", "\"quoted\" \\ and\nbroken\tlines\u0000\u007f",
            "Möbius 学校 😀",
        "half \ud83d of a pair", "\ude00", "</script>", "line\u2028separator\ufeff", "a".repeat(1_000)};
    private final Random random;
    private final HostileNetworks networks;

    RandomDocuments(Random random) {
        this.random = random;
        this.networks = new HostileNetworks(random);
    }

    Document next() {
        Network hostile = networks.next();
        Network network = new Network(word(), hostile.nodes().stream()
                .map(node -> new Node(node.id(), word(), word(), node.layer(), node.inlets())).toList());
        Map<NodeId, Place> places = new LinkedHashMap<>();
        some(network).forEach(id -> places.put(id, new Place(real(), real())));
        List<Variant> lanes = new ArrayList<>(Arrays.asList(Variant.values()));
        Collections.shuffle(lanes, random);
        return new Document(network, places, lanes.subList(0, 1 + random.nextInt(lanes.size())), selection(network),
                random.nextBoolean() ? Optional.empty()
                        : Optional.of(new Viewpoint(random.nextDouble() + 0.01, real(), real())),
                picture(), random.nextInt(3) == 0 ? 1 : random.nextLong(), random.nextInt(2_000_000_000),
                interventions(network), random.nextBoolean() ? random.nextInt(3) : 2 * random.nextDouble(), folding(network),
                beside(), GivenWeights.NONE);
    }

    private List<Neighbour> beside() {
        return Stream.generate(networks::next).distinct().limit(random.nextInt(Document.MOST_BESIDE + 1))
                .map(network -> new Neighbour(network, folding(network))).toList();
    }

    private Folding folding(Network network) {
        return new Folding(network.nodes().stream().map(Node::group).filter(_ -> random.nextBoolean())
                .collect(Collectors.toSet())).within(network);
    }

    private String word() {
        return random.nextBoolean() ? "" : WORDS[random.nextInt(WORDS.length)];
    }

    private double real() {
        return random.nextBoolean() ? random.nextInt(2_000) - 1_000 : (random.nextDouble() - 0.5) * 1e6;
    }

    private List<NodeId> some(Network network) {
        List<NodeId> ids = new ArrayList<>(network.nodes().stream().map(Node::id).toList());
        Collections.shuffle(ids, random);
        return ids.subList(0, random.nextInt(ids.size() + 1));
    }

    private Selection selection(Network network) {
        Set<NodeId> nodes = new LinkedHashSet<>(some(network));
        List<Edge> edges = network.nodes().stream().flatMap(node ->
                IntStream.range(0, node.inlets().size()).mapToObj(inlet -> new Edge(node.id(), inlet))).toList();
        return new Selection(nodes, edges.isEmpty() || random.nextBoolean() ? Optional.empty()
                : Optional.of(edges.get(random.nextInt(edges.size()))));
    }

    private Interventions interventions(Network network) {
        Interventions all = Interventions.none();
        for (Node node : network.nodes()) {
            for (int inlet = 0; inlet < node.inlets().size(); inlet++) {
                while (node.inlets().get(inlet).role() != Inlet.Role.INDICES && random.nextInt(3) == 0) {
                    all = all.with(new Edge(node.id(), inlet), intervention());
                }
            }
        }
        return all;
    }

    private Intervention intervention() {
        return switch (random.nextInt(5)) {
            case 0 -> new Shuffle(random.nextLong(), random.nextBoolean());
            case 1 -> new Volume(Math.max(Volume.LEAST, 100 * random.nextFloat()));
            case 2 -> Paint.dab(new Paint.Pixel(random.nextInt(9), random.nextInt(9), random.nextInt(9)),
                    random.nextInt(3), (float) random.nextGaussian());
            case 3 -> new Erase(List.of(random.nextInt(9), random.nextInt(3_000)));
            default -> new EraseAll();
        };
    }

    private ChosenPicture picture() {
        BuiltInPicture[] builtIn = BuiltInPicture.values();
        Picture picture = random.nextInt(4) > 0 ? builtIn[random.nextInt(builtIn.length)].load() : Picture.ofEach(
                word(), 1 + random.nextInt(9), 1 + random.nextInt(9), (_, _) -> random.nextInt() | 255 << 24);
        double width = picture.width() * (0.1 + 0.9 * random.nextDouble());
        double height = picture.height() * (0.1 + 0.9 * random.nextDouble());
        return new ChosenPicture(picture, random.nextBoolean() ? Optional.empty() : Optional.of(new CropBox(
                (picture.width() - width) * random.nextDouble(), (picture.height() - height) * random.nextDouble(),
                width, height)));
    }
}
