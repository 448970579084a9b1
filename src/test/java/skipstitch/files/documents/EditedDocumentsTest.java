package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.document.RandomEdits;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Network;
import skipstitch.network.RandomNetworks;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Whatever was done to a network, it comes back from its file. */
class EditedDocumentsTest {
    private static final int SEQUENCES = 2_500;
    private static final int LONGEST = 15;

    @Test
    void whatWasEditedComesBackEqual() throws UnreadableDocument {
        List<Network> presets = Presets.all().stream().map(Preset::network).toList();
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            Document now = RandomEdits.document(switch (random.nextInt(3)) {
                case 0 -> presets.get(random.nextInt(presets.size()));
                case 1 -> new RandomNetworks(seed).drawn(12);
                default -> new HostileNetworks(random).next();
            });
            StringBuilder done = new StringBuilder();
            for (int step = 1 + random.nextInt(LONGEST); step > 0; step--) {
                var edit = edits.next(now);
                done.append('\n').append(edit);
                now = edits.look(edit.apply(now));
            }
            // The edits choose parts of a dot that lie beside it, as no gesture can.
            now = now.withPicture(ChosenPicture.whole(BuiltInPicture.HOUSE.load()));
            String text = DocumentWriting.text(now);
            assertThat(SkipFile.read(text.getBytes(StandardCharsets.UTF_8), "it.skip.json")).as("seed %d:%s", seed, done)
                    .isEqualTo(new ReadDocument.Whole(now));
        }
    }
}
