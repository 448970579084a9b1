package skipstitch.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.ReadDocument;
import skipstitch.files.documents.SkipFile;
import skipstitch.files.documents.UnreadableDocument;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;
import skipstitch.network.Costs;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/**
 * What came of reading a network's file, be it one that Skipstitch saved or a model that another program made.
 *
 * @param document with the network
 * @param saveTo   where it is saved to; empty for a model, and where that would lose something
 * @param problems what had to be left out, a sentence or two each
 * @param remarks  what came in from a model, in sentences
 */
public record NetworkFile(Document document, Optional<Path> saveTo, List<String> problems, List<String> remarks) {
    public NetworkFile {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** Whether a name is one of a network's file, and not of a picture's. */
    public static boolean isNamed(String name) {
        return name.endsWith(".json") || isModel(name);
    }

    private static boolean isModel(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(OnnxModel.ENDING);
    }

    /** @throws UnreadableDocument if nothing of the file can be opened; says why */
    public static NetworkFile read(Path file) throws UnreadableDocument {
        return isModel(file.toString()) ? of(ModelFile.read(file)) : of(SkipFile.read(file), file);
    }

    private static NetworkFile of(ReadDocument read, Path file) {
        return new NetworkFile(read.document(),
                read instanceof ReadDocument.Whole ? Optional.of(file) : Optional.empty(), read.problems(), List.of());
    }

    private static NetworkFile of(ReadModel model) {
        Network network = model.network();
        List<String> remarks = new ArrayList<>();
        int skips = network.skipMerges().size();
        remarks.add(String.format(Locale.ROOT, "%,d layers came in, with %,d weights of their own and %s.",
                network.nodes().size(), Costs.of(Variant.AS_DRAWN.of(network)).total().params(),
                skips == 0 ? "no skip" : skips == 1 ? "one merge of a skip" : skips + " merges of skips"));
        remarks.addAll(model.remarks());
        return new NetworkFile(Document.of(network, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), Session.SEED)
                .withGiven(model.given()), Optional.empty(), model.problems(), remarks);
    }

    public Origin origin() {
        return Origin.of(document, saveTo);
    }

    boolean isModel() {
        return !remarks.isEmpty();
    }
}
