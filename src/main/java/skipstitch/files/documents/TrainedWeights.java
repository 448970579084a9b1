package skipstitch.files.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** The trained weights that come with the app, for small networks that do, as drawn. */
public final class TrainedWeights {
    private static final String FOLDER = "/skipstitch/assets/trained/";
    /** All of them together have less. */
    private static final long MOST_BYTES = 4L << 20;

    private TrainedWeights() {}

    /**
     * Of a network that comes with the app; empty if nobody trained it.
     *
     * @param drawn as it comes with the app: of a changed one, what still fits is taken by {@link GivenWeights} itself
     * @throws IllegalStateException if the file is damaged
     */
    public static Optional<GivenWeights> of(Network drawn) {
        String resource = FOLDER + drawn.name() + WeightsFile.ENDING;
        try (InputStream in = TrainedWeights.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Map<NodeId, LayerWeights> weights = new LinkedHashMap<>();
            WeightsFile.read(in, MOST_BYTES).forEach((id, stored) -> weights.put(id, stored.weights()));
            return Optional.of(GivenWeights.of(Shapes.of(drawn), new Weights(weights)));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot be read: " + resource, e);
        }
    }

    /**
     * Writes what {@link #of} is to find in the app's next version: of a network in training, the layers that the drawn
     * one has, too.
     *
     * @return the file
     */
    public static Path write(Path folder, Network drawn, Network trained, Weights weights) throws IOException {
        Map<NodeId, LayerWeights> kept = new LinkedHashMap<>();
        drawn.nodes().stream().filter(node -> trained.find(node.id()).filter(node::equals).isPresent())
                .forEach(node -> kept.put(node.id(), weights.of(node.id())));
        Path file = folder.resolve(drawn.name() + WeightsFile.ENDING);
        WeightsFile.replace(file, GivenWeights.of(Shapes.of(drawn), new Weights(kept)));
        return file;
    }
}
