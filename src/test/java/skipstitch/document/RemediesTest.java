package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.network.Fit;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.presets.Presets;

class RemediesTest {
    private static final long SEED = 7;

    private static Document document(Network network) {
        return Document.of(network, ChosenPicture.whole(Picture.of("white", 1, 1, new int[] {-1})), SEED);
    }

    private static List<String> titles(Document document, String node) {
        return Remedies.of(document, NodeId.of(node)).stream().map(Remedies.Remedy::title).toList();
    }

    @Test
    void aMergeWhoseShapesDifferIsMendedByEachRemedy() {
        Document broken = new ChangeLayer(NodeId.of("conv2"), Layer.Conv.same(16, 3).strided(2), Optional.empty())
                .apply(document(Presets.first().network()));
        List<Remedies.Remedy> remedies = Remedies.of(broken, NodeId.of("merge"));
        assertThat(remedies.getFirst().title()).isEqualTo("1×1 conv, 16 filters, stride 2, on the edge from conv0");
        for (Remedies.Remedy remedy : remedies) {
            Shapes shapes = Shapes.of(remedy.edit().apply(broken).network());
            assertThat(shapes.find(NodeId.of("merge"))).as(remedy.title()).contains(new Shape(16, 16, 16));
        }
        assertThat(remedies).hasSizeGreaterThan(4);
    }

    @Test
    void channelsAloneAreNoMatterToConcat() {
        Document broken = ChangeLayer.to(NodeId.of("conv2"), Layer.Conv.same(16, 3)).apply(document(Presets.first().network()));
        assertThat(titles(broken, "merge")).contains("Concat instead of add");
        assertThat(Remedies.of(ChangeLayer.to(NodeId.of("merge"), new Layer.Concat()).apply(broken), NodeId.of("merge"))).isEmpty();
    }

    @Test
    void aLinearLayerWantsAVector() {
        NetworkBuilder net = new NetworkBuilder("vector");
        net.chain("linear", new Layer.Linear(10, true), net.input(1, 4, 4));
        Document broken = document(net.build());
        assertThat(titles(broken, "linear")).containsExactly("Flatten before it", "Average each channel before it");
    }

    private static Document uNetAt(int side) {
        return document(Presets.find("unet").orElseThrow().network().withInputShape(new Shape(3, side, side)));
    }

    @Test
    void aSizeThatHasARestIsMendedByTheNextSizesByACropByZerosAndByFramingThePicture() {
        assertThat(titles(uNetAt(257), "decoder.level1.merge").subList(0, 5)).containsExactly(
                "Input 256×256", "Input 272×272",
                "zero-pad to 257×257, on the edge from decoder.level1.up: makes 64×257×257",
                "crop to 256×256, on the edge from encoder.level1.conv2.relu: makes 64×256×256",
                "Zero-pad the picture to 272×272");
    }

    @Test
    void eachOfTheseMakesAWholeNetworkOfIt() {
        Document broken = uNetAt(257);
        for (Remedies.Remedy remedy : Remedies.of(broken, NodeId.of("decoder.level1.merge")).subList(0, 5)) {
            Document after = remedy.edit().apply(broken);
            assertThat(Shapes.of(after.network()).misfits()).as(remedy.title()).isEmpty();
            assertThat(remedy.edit().name()).isNotBlank();
        }
    }

    @Test
    void deepInTheUOneMeetingIsMendedAfterTheOther() {
        Document document = uNetAt(250);
        List<String> mended = new ArrayList<>();
        for (List<Misfit> broken = Shapes.of(document.network()).misfits(); !broken.isEmpty();
                broken = Shapes.of(document.network()).misfits()) {
            NodeId node = broken.getFirst().node();
            mended.add(node.value());
            document = Remedies.of(document, node).stream().filter(remedy -> remedy.title().startsWith("zero-pad to"))
                    .findFirst().orElseThrow().edit().apply(document);
        }
        assertThat(mended).containsExactly("decoder.level4.merge", "decoder.level2.merge");
        assertThat(Shapes.of(document.network()).shape(NodeId.of("head"))).isEqualTo(new Shape(1, 250, 250));
    }

    @Test
    void whatFitsNeedsNothing() {
        for (Node node : Presets.first().network().nodes()) {
            assertThat(Remedies.of(document(Presets.first().network()), node.id())).isEmpty();
        }
        assertThat(Remedies.of(document(Presets.first().network()), NodeId.of("nowhere"))).isEmpty();
    }

    @Test
    void everyRemedyOfAHostileNetworkChangesWhatIsWrong() {
        HostileNetworks hostile = new HostileNetworks(new Random(SEED));
        int offered = 0;
        for (int i = 0; i < 5_000; i++) {
            Document document = document(hostile.next());
            for (Misfit misfit : Shapes.of(document.network()).misfits()) {
                for (Remedies.Remedy remedy : Remedies.of(document, misfit.node())) {
                    Document after = remedy.edit().apply(document);
                    assertThat(after.network()).as("%s of network %d, seed %d", remedy.title(), i, SEED)
                            .isNotEqualTo(document.network());
                    assertThat(after.network().find(misfit.node()).map(_ -> Shapes.of(after.network()).fit(misfit.node())))
                            .isNotEqualTo(Optional.of(new Fit.Breaks(misfit)));
                    offered++;
                }
            }
        }
        assertThat(offered).isGreaterThan(500);
    }
}
