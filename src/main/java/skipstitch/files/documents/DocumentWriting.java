package skipstitch.files.documents;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import skipstitch.document.CropBox;
import skipstitch.document.Document;
import skipstitch.document.Neighbour;
import skipstitch.engine.Given;
import skipstitch.engine.GivenWeights;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Place;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Variant;
import skipstitch.network.folding.Folding;

/** A document as text: one line for each choice, one for each node, in a lasting order. */
final class DocumentWriting {
    /** Halves of characters, which UTF-8 cannot hold. */
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    private final List<String> lines = new ArrayList<>();

    private DocumentWriting() {}

    /** Of one without weights that its network came with. */
    static String text(Document document) {
        return text(document, "");
    }

    /** @param weights the name of the file with the weights that the network came with, if it came with some */
    static String text(Document document, String weights) {
        DocumentWriting writing = new DocumentWriting();
        writing.write(document);
        writing.write(document.given(), weights);
        return "{\n  " + String.join(",\n  ", writing.lines) + "\n}\n";
    }

    private void write(Document document) {
        line("skipstitch", Integer.toString(SkipFile.VERSION));
        line("network", quoted(document.network().name()));
        line("nodes", block("[", document.network().nodes().stream().map(DocumentWriting::node).toList(), "]"));
        List<String> places = document.network().nodes().stream()
                .filter(node -> document.places().containsKey(node.id()))
                .map(node -> quoted(node.id().value()) + ": " + place(document.places().get(node.id()))).toList();
        if (!places.isEmpty()) {
            line("places", block("{", places, "}"));
        }
        line("lanes", list(document.lanes().stream().map(Variant::word).map(DocumentWriting::quoted).toList()));
        line("selected", list(document.selection().nodes().stream().map(id -> quoted(id.value())).toList()));
        document.selection().edge().ifPresent(edge -> line("selectedEdge", new Pairs()
                .put("into", quoted(edge.to().value())).put("inlet", Integer.toString(edge.inlet())).text()));
        document.view().ifPresent(view -> line("view", new Pairs().put("zoom", number(view.zoom()))
                .put("x", number(view.x())).put("y", number(view.y())).text()));
        if (hasGroups(document.network())) {
            line("folded", folded(document.folding()));
        }
        if (!document.beside().isEmpty()) {
            line("beside", block("[", document.beside().stream().map(DocumentWriting::neighbour).toList(), "]"));
        }
        line("seed", Long.toString(document.seed()));
        line("made", Integer.toString(document.made()));
        if (document.knob() != KnobStop.OWN.at()) {
            line("knob", number(document.knob()));
        }
        if (!document.interventions().isNone()) {
            line("interventions", block("[", document.interventions().byEdge().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing((Edge edge) -> edge.to().value())
                            .thenComparingInt(Edge::inlet)))
                    .map(each -> InterventionWriting.text(each.getKey(), each.getValue())).toList(), "]"));
        }
        EmbeddedPicture picture = EmbeddedPicture.of(document.picture());
        picture.crop().ifPresent(box -> line("crop", crop(box)));
        line("picture", picture.builtIn().map(builtIn -> quoted(builtIn.id())).orElseGet(() ->
                new Pairs().put("name", quoted(picture.name())).put("data", quoted(picture.base64())).text()));
    }

    private static String neighbour(Neighbour beside) {
        Network network = beside.network();
        Pairs pairs = new Pairs().put("network", quoted(network.name()));
        if (hasGroups(network)) {
            pairs.put("folded", folded(beside.folding()));
        }
        return pairs.put("nodes", "[\n      " + network.nodes().stream().map(DocumentWriting::node)
                .collect(Collectors.joining(",\n      ")) + "\n    ]").text();
    }

    private static boolean hasGroups(Network network) {
        return network.nodes().stream().anyMatch(node -> !node.group().isEmpty());
    }

    private static String folded(Folding folding) {
        return list(folding.folded().stream().sorted().map(DocumentWriting::quoted).toList());
    }

    private void write(GivenWeights given, String file) {
        if (given.isNone()) {
            return;
        }
        line("weights", quoted(file));
        List<String> channels = WeightsFile.sorted(given).stream().filter(each -> !each.getValue().isOfMainChannels())
                .map(each -> quoted(each.getKey().value()) + ": "
                        + list(each.getValue().channels().stream().map(DocumentWriting::run).toList())).toList();
        if (!channels.isEmpty()) {
            line("weightChannels", block("{", channels, "}"));
        }
    }

    private static String run(Given.Run run) {
        List<String> skip = run.skip().map(id -> List.of(quoted(id.value()))).orElse(List.of());
        return list(Stream.concat(skip.stream(), Stream.of(Integer.toString(run.first()), Integer.toString(run.count())))
                .toList());
    }

    private void line(String key, String value) {
        lines.add(quoted(key) + ": " + value);
    }

    private static String node(Node node) {
        Pairs pairs = new Pairs().put("id", quoted(node.id().value())).put("op", quoted(node.layer().op()));
        if (!node.name().isEmpty()) {
            pairs.put("name", quoted(node.name()));
        }
        if (!node.group().isEmpty()) {
            pairs.put("group", quoted(node.group()));
        }
        List<String> sources = node.inlets().stream().map(DocumentWriting::inlet).toList();
        if (!sources.isEmpty()) {
            boolean plain = sources.size() == 1 && node.inlets().getFirst().role() == Inlet.Role.MAIN;
            pairs.put("from", plain ? sources.getFirst() : list(sources));
        }
        Settings.unusual(node.layer()).forEach((key, value) -> pairs.put(key, setting(value)));
        return pairs.text();
    }

    private static String inlet(Inlet inlet) {
        String source = quoted(inlet.source().value());
        return switch (inlet.role()) {
            case MAIN -> source;
            case SKIP -> new Pairs().put("skip", source).text();
            case INDICES -> new Pairs().put("indices", source).text();
        };
    }

    private static String setting(Object value) {
        return switch (value) {
            case Float real -> number(real);
            case Size(int height, int width) -> height == width ? Integer.toString(height) : numbers(height, width);
            case Padding sides -> sides.isUniform() ? Integer.toString(sides.top())
                    : numbers(sides.top(), sides.left(), sides.bottom(), sides.right());
            case Shape(int channels, int height, int width) -> numbers(channels, height, width);
            case Layer.Interpolation word -> quoted(word.name().toLowerCase(Locale.ROOT));
            default -> value.toString();
        };
    }

    private static String place(Place place) {
        return list(List.of(number(place.x()), number(place.y())));
    }

    private static String crop(CropBox box) {
        return new Pairs().put("x", number(box.x())).put("y", number(box.y()))
                .put("width", number(box.width())).put("height", number(box.height())).text();
    }

    private static String numbers(Integer... numbers) {
        return list(List.of(numbers).stream().map(Object::toString).toList());
    }

    /** A {@code Float} or a {@code Double}, in as few digits as bring it back. */
    static String number(Number real) {
        if (!Double.isFinite(real.doubleValue())) {
            return quoted(real.toString());
        }
        return real.toString().replace("E", "e").replaceFirst("\\.0(?=e|$)", "");
    }

    static String list(List<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    private static String block(String open, List<String> values, String close) {
        return open + "\n    " + String.join(",\n    ", values) + "\n  " + close;
    }

    static String quoted(String text) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        String whole = UNPAIRED.matcher(escaped)
                .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
        return "\"" + whole + "\"";
    }

    /** An object on one line. */
    static final class Pairs {
        private final StringJoiner pairs = new StringJoiner(", ", "{", "}");

        Pairs put(String key, String value) {
            pairs.add(quoted(key) + ": " + value);
            return this;
        }

        String text() {
            return pairs.toString();
        }
    }
}
