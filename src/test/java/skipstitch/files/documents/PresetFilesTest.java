package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.document.Document;
import skipstitch.network.Costs;
import skipstitch.network.InputSizes;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Every network that comes with the app, saved and opened again, in every lane. */
class PresetFilesTest {
    @TempDir
    private Path folder;

    static Stream<Preset> presets() {
        return Presets.everything().stream();
    }

    static Stream<Arguments> presetsAndVariants() {
        return presets().flatMap(preset -> Arrays.stream(Variant.values())
                .map(variant -> Arguments.of(preset.name(), variant)));
    }

    private Document throughAFile(Document document) throws IOException, UnreadableDocument {
        Path file = folder.resolve("it" + SkipFile.ENDING);
        SkipFile.write(file, document);
        ReadDocument read = SkipFile.read(file);
        assertThat(read).isInstanceOf(ReadDocument.Whole.class);
        byte[] first = Files.readAllBytes(file);
        SkipFile.write(file, read.document());
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        return read.document();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void comesBackWithItsGroupsAndAllItsLanes(Preset preset) throws IOException, UnreadableDocument {
        Document document = SkipFileTest.document(preset.network()).withLanes(List.of(Variant.values()));
        assertThat(throughAFile(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("presetsAndVariants")
    void hasTheSameShapesAndCostsInALane(String name, Variant variant) throws IOException, UnreadableDocument {
        Network drawn = Presets.find(name).orElseThrow().network();
        Network other = InputSizes.of(drawn).orElseThrow().half().map(drawn::withInputShape).orElseThrow();
        for (Network network : List.of(drawn, other)) {
            Document read = throughAFile(SkipFileTest.document(network).withLanes(List.of(variant)));
            assertThat(read.lanes()).containsExactly(variant);
            Lane lane = read.lanes().getFirst().of(read.network());
            Lane expected = variant.of(network);
            assertThat(lane.network()).isEqualTo(expected.network());
            assertThat(lane.shapes().allFit()).isTrue();
            expected.shapes().order().forEach(node -> assertThat(lane.shapes().shape(node.id())).as("%s", node.id())
                    .isEqualTo(expected.shapes().shape(node.id())));
            assertThat(Costs.of(lane).total()).isEqualTo(Costs.of(expected).total());
        }
    }

    /** A lane that is made the drawing, projections and all, is a network like any other. */
    @ParameterizedTest
    @MethodSource("presetsAndVariants")
    void aLaneItselfCanBeSaved(String name, Variant variant) throws IOException, UnreadableDocument {
        Document document = SkipFileTest.document(variant.of(Presets.find(name).orElseThrow().network()).network());
        assertThat(throughAFile(document)).isEqualTo(document);
    }
}
