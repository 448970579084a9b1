package skipstitch.files.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import skipstitch.engine.Given;
import skipstitch.engine.Given.Run;
import skipstitch.engine.GivenWeights;
import skipstitch.network.NodeId;

/** The weights that a network came with, from the file beside its own. */
final class GivenReading {
    /** A name without a folder. */
    private static final Pattern NAME = Pattern.compile("[^/\\\\:]{1,250}" + Pattern.quote(WeightsFile.ENDING));
    private static final String REMEDY = "untrained weights stand in for them";

    private final Members root;
    private final Optional<Path> folder;
    private final Complaints complaints;

    GivenReading(Members root, Optional<Path> folder, Complaints complaints) {
        this.root = root;
        this.folder = folder;
        this.complaints = complaints;
    }

    GivenWeights read() {
        Position at = root.position("weights");
        Map<NodeId, List<Run>> channels = channels(root.get("weightChannels", Values::fields, Map.of()));
        Optional<String> name = root.get("weights", GivenReading::name, Optional.empty());
        if (name.isEmpty()) {
            return GivenWeights.NONE;
        }
        Optional<Path> file = folder.map(each -> each.resolve(name.get())).filter(Files::exists);
        if (file.isEmpty()) {
            complaints.add(at, "the weights should be beside this file in " + Complaints.quoted(name.get())
                    + ", which is not there", REMEDY);
            return GivenWeights.NONE;
        }
        try {
            GivenWeights given = given(WeightsFile.read(file.get()), channels);
            if (name.get().endsWith("." + given.key().hex() + WeightsFile.ENDING)) {
                return given;
            }
            complaints.add(at, "the weights in " + Complaints.quoted(name.get()) + " are not those that were saved",
                    REMEDY);
        } catch (IOException _) {
            complaints.add(at, "the weights in " + Complaints.quoted(name.get()) + " cannot be read", REMEDY);
        }
        return GivenWeights.NONE;
    }

    private static Optional<String> name(Json value) throws Wrong {
        String name = Values.text(value);
        if (!NAME.matcher(name).matches()) {
            throw new Wrong(value.at(), "the name of a " + WeightsFile.ENDING + " file beside this one should stand here, not "
                    + value.words());
        }
        return Optional.of(name);
    }

    private Map<NodeId, List<Run>> channels(Map<String, Json> written) {
        Map<NodeId, List<Run>> all = new LinkedHashMap<>();
        written.forEach((id, value) -> {
            try {
                List<Run> runs = new ArrayList<>();
                for (Json run : Values.items(value)) {
                    runs.add(run(run));
                }
                all.put(Values.id(new Json.Text(id, value.at())), runs);
            } catch (Wrong wrong) {
                complaints.add(wrong, "these channels are taken as those of the main branch");
            }
        });
        return all;
    }

    /** {@code [first, count]}, or {@code ["node", first, count]} of what came by a skip. */
    private static Run run(Json value) throws Wrong {
        List<Json> parts = Values.items(value);
        if (parts.size() != 2 && parts.size() != 3) {
            throw new Wrong(value.at(), "[first, count] or [\"node\", first, count] should stand here");
        }
        int numbers = parts.size() - 2;
        return new Run(numbers == 0 ? Optional.empty() : Optional.of(Values.id(parts.getFirst())),
                (int) Values.whole(parts.get(numbers), 0, Integer.MAX_VALUE),
                (int) Values.whole(parts.get(numbers + 1), 1, Integer.MAX_VALUE));
    }

    private static GivenWeights given(Map<NodeId, WeightsFile.Stored> stored, Map<NodeId, List<Run>> channels) {
        Map<NodeId, Given> all = new LinkedHashMap<>();
        stored.forEach((id, each) -> all.put(id, channels.containsKey(id)
                ? new Given(each.weights(), each.sizes(), channels.get(id))
                : Given.ofMainChannels(each.weights(), each.sizes())));
        return new GivenWeights(all);
    }
}
