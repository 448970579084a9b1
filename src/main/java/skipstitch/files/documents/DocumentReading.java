package skipstitch.files.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.document.ChosenPicture;
import skipstitch.document.DeleteNodes;
import skipstitch.document.Document;
import skipstitch.document.Neighbour;
import skipstitch.document.Selection;
import skipstitch.document.Viewpoint;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Edge;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.folding.Folding;

/** From a file's text to a document, and to what had to be left out. */
final class DocumentReading {
    /** World units; a screen is some thousand wide, a chain of as many nodes as a file holds over a million. */
    private static final double FARTHEST = 1e8;
    private static final double LARGEST_ZOOM = 1_000;
    private static final long USUAL_SEED = 1;
    /** The numbers of nodes to come still fit an {@code int}. */
    private static final int MOST_MADE = 2_000_000_000;

    private final Complaints complaints;
    private final Members root;
    private final Optional<Path> folder;

    private DocumentReading(Json.Fields root, Optional<Path> folder, Complaints complaints) {
        this.complaints = complaints;
        this.folder = folder;
        this.root = new Members(root, complaints);
    }

    /**
     * @param folder where the weights are that the network came with
     * @throws UnreadableDocument if nothing can be kept
     */
    static ReadDocument read(String text, Optional<Path> folder, Complaints complaints) throws UnreadableDocument {
        Json.Fields root = JsonParsing.parse(text, complaints);
        return new DocumentReading(root, folder, complaints).read();
    }

    private ReadDocument read() throws UnreadableDocument {
        checkVersion();
        NodeReading reading = new NodeReading(complaints);
        reading.read(written());
        if (reading.nodes().size() == reading.unknown().size()) {
            throw complaints.isEmpty() ? complaints.refusal("has a network without nodes; the first one is an input")
                    : complaints.refusalByTheFirst();
        }
        Document document = document(new Network(root.get("network", Values::name, "network"), reading.nodes()));
        root.complainOfTheRest("the file");
        Document kept = reading.unknown().isEmpty() ? document : new DeleteNodes(reading.unknown()).apply(document);
        // A merge that is left alone goes with what it merged, be it the last node.
        if (kept.network().nodes().isEmpty()) {
            throw complaints.refusalByTheFirst();
        }
        return complaints.isEmpty() ? new ReadDocument.Whole(kept) : new ReadDocument.Partly(kept, complaints.all());
    }

    private void checkVersion() throws UnreadableDocument {
        Optional<Json> written = root.take("skipstitch");
        if (written.isEmpty()) {
            throw complaints.isEmpty()
                    ? complaints.refusal("is no network of Skipstitch: “skipstitch”, its version, is missing")
                    : complaints.refusalByTheFirst();
        }
        try {
            long version = Values.whole(written.get(), 1, Long.MAX_VALUE);
            if (version > SkipFile.VERSION) {
                throw complaints.refusal("was made by a newer Skipstitch (version " + version
                        + "); this one reads version " + SkipFile.VERSION + ": update the app");
            }
        } catch (Wrong wrong) {
            throw complaints.refusal(wrong.at(), "the version is wrong: " + wrong.getMessage());
        }
    }

    private List<Json> written() throws UnreadableDocument {
        try {
            return root.need("nodes", Values::items);
        } catch (Wrong wrong) {
            throw complaints.isEmpty() ? complaints.refusal(wrong.at(), wrong.getMessage())
                    : complaints.refusalByTheFirst();
        }
    }

    private Document document(Network network) {
        ChosenPicture picture = new PictureReading(root, complaints).picture();
        long seed = root.get("seed", value -> Values.whole(value, Long.MIN_VALUE, Long.MAX_VALUE), USUAL_SEED);
        Document usual = Document.of(network, picture, seed);
        int made = root.get("made", value -> (int) Values.whole(value, 0, MOST_MADE), usual.made());
        List<Variant> lanes = lanes();
        return new Document(network, places(network), lanes.isEmpty() ? usual.lanes() : lanes,
                selection(usual.selection()).within(network), root.get("view", this::view, Optional.empty()), picture,
                seed, made,
                new InterventionReading(network, complaints).read(root.get("interventions", Values::items, List.of())),
                root.get("knob", DocumentReading::knob, KnobStop.OWN.at()),
                folding(root, usual.folding()).within(network),
                beside(usual), new GivenReading(root, folder, complaints).read());
    }

    private Map<NodeId, Place> places(Network network) {
        Map<NodeId, Place> places = new LinkedHashMap<>();
        root.get("places", Values::fields, Map.<String, Json>of()).forEach((id, value) -> {
            try {
                List<Json> numbers = Values.items(value, 2, "[x, y]");
                Place place = new Place(Values.real(numbers.get(0), FARTHEST), Values.real(numbers.get(1), FARTHEST));
                places.put(Values.id(new Json.Text(id, value.at())), place);
            } catch (Wrong wrong) {
                complaints.add(wrong, "this place is left out");
            }
        });
        places.keySet().removeIf(id -> !network.has(id));
        return places;
    }

    /** Each at most once, so no file makes more of them than there are. */
    private List<Variant> lanes() {
        List<String> words = Arrays.stream(Variant.values()).map(Variant::word).toList();
        Set<Variant> lanes = new LinkedHashSet<>();
        for (Json value : root.get("lanes", Values::items, List.<Json>of())) {
            try {
                String word = Values.text(value);
                if (!words.contains(word)) {
                    throw new Wrong(value.at(), "there is no lane " + Values.nearest(word, words));
                }
                if (!lanes.add(Variant.values()[words.indexOf(word)])) {
                    throw new Wrong(value.at(), "the lane “" + word + "” stands there twice");
                }
            } catch (Wrong wrong) {
                complaints.add(wrong, "this lane is left out");
            }
        }
        return List.copyOf(lanes);
    }

    private Folding folding(Members of, Folding usual) {
        if (!of.has("folded")) {
            return usual;
        }
        Set<String> folded = new LinkedHashSet<>();
        for (Json value : of.get("folded", Values::items, List.<Json>of())) {
            try {
                folded.add(Values.name(value));
            } catch (Wrong wrong) {
                complaints.add(wrong, "this group stays open");
            }
        }
        return new Folding(folded);
    }

    private List<Neighbour> beside(Document usual) {
        List<Neighbour> beside = new ArrayList<>();
        for (Json value : root.get("beside", Values::items, List.<Json>of())) {
            try {
                Neighbour read = neighbour(Members.of(value, complaints), usual);
                if (beside.size() == Document.MOST_BESIDE) {
                    throw new Wrong(value.at(), "no more than " + Document.MOST_BESIDE + " networks stand beside");
                }
                if (beside.stream().anyMatch(each -> each.network().equals(read.network()))) {
                    throw new Wrong(value.at(), Complaints.quoted(read.network().name()) + " stands beside already");
                }
                beside.add(read);
            } catch (Wrong wrong) {
                complaints.add(wrong, "this network is left out");
            }
        }
        return beside;
    }

    private Neighbour neighbour(Members members, Document usual) throws Wrong {
        NodeReading reading = new NodeReading(complaints);
        reading.read(members.need("nodes", Values::items));
        Network written = new Network(members.get("network", Values::name, "network"), reading.nodes());
        if (reading.nodes().size() == reading.unknown().size()) {
            throw new Wrong(members.at(), "there is a network without nodes");
        }
        Network network = reading.unknown().isEmpty() ? written
                : new DeleteNodes(reading.unknown()).apply(usual.withNetwork(written, usual.made())).network();
        if (network.nodes().isEmpty()) {
            throw new Wrong(members.at(), "nothing of the network can be kept");
        }
        Folding folding = folding(members, Folding.fitting(network)).within(network);
        members.complainOfTheRest("the network beside");
        return new Neighbour(network, folding);
    }

    private Selection selection(Selection usual) {
        Set<NodeId> nodes = new LinkedHashSet<>();
        boolean said = root.has("selected");
        for (Json value : root.get("selected", Values::items, List.<Json>of())) {
            try {
                nodes.add(Values.id(value));
            } catch (Wrong wrong) {
                complaints.add(wrong, "it is not selected");
            }
        }
        Optional<Edge> edge = root.get("selectedEdge", this::edge, Optional.empty());
        return said ? new Selection(nodes, edge) : usual;
    }

    private Optional<Edge> edge(Json value) throws Wrong {
        return Optional.of(Values.edge(Members.of(value, complaints)));
    }

    private static double knob(Json value) throws Wrong {
        double knob = Values.real(value, KnobStop.OWN.at());
        if (!KnobStop.isOnTheWay(knob)) {
            throw new Wrong(value.at(), value.words() + " is out of range: from 0 to 2 is right");
        }
        return knob;
    }

    private Optional<Viewpoint> view(Json value) throws Wrong {
        Members view = Members.of(value, complaints);
        double zoom = view.need("zoom", each -> Values.real(each, LARGEST_ZOOM));
        if (zoom <= 0) {
            throw new Wrong(value.at(), "the zoom should be above 0, not " + zoom);
        }
        return Optional.of(new Viewpoint(zoom, view.need("x", each -> Values.real(each, FARTHEST)),
                view.need("y", each -> Values.real(each, FARTHEST))));
    }
}
