package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Presets;

/** Blue is the skip, orange the main branch, both after an add, blocks after a concat, none after a convolution. */
class ProvenanceTest {

    /** One word a node: S skip, M main, B both, N none; runs of channels as {@code S8M8}. */
    private static String colours(Network drawn, Variant variant, String merge) {
        Lane lane = variant.of(drawn);
        Provenance provenance = Provenance.of(lane, drawn, NodeId.of(merge));
        return lane.network().nodes().stream().map(node -> runs(node, provenance)).collect(Collectors.joining(" "));
    }

    private static String runs(Node node, Provenance provenance) {
        List<Branch> branches = provenance.of(node.id());
        StringBuilder text = new StringBuilder(node.id().value()).append(':');
        for (int i = 0; i < branches.size();) {
            int end = i;
            while (end < branches.size() && branches.get(end) == branches.get(i)) {
                end++;
            }
            text.append(branches.get(i).name().charAt(0)).append(end - i);
            i = end;
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            residual-block | merge | ADD | input:N1 conv0:S8 conv1:M8 relu1:M8 conv2:M8 merge:B8 conv3:N8 relu3:N8
            residual-block | merge | CONCAT | input:N1 conv0:S8 conv1:M8 relu1:M8 conv2:M8 merge:S8M8 conv3:N8 relu3:N8
            residual-block | merge | NO_SKIP | input:N1 conv0:N8 conv1:M8 relu1:M8 conv2:M8 merge:M8 conv3:N8 relu3:N8
            residual-projection | merge | ADD | input:N1 conv0:S4 conv1:M8 norm1:M8 relu1:M8 conv2:M8 norm2:M8 shortcut:S8 shortcut-norm:S8 merge:B8 relu2:B8
            residual-projection | merge | CONCAT | input:N1 conv0:S4 conv1:M8 norm1:M8 relu1:M8 conv2:M8 norm2:M8 shortcut:S8 shortcut-norm:S8 merge:S8M8 relu2:S8M8
            residual-projection | merge | NO_SKIP | input:N1 conv0:N4 conv1:M8 norm1:M8 relu1:M8 conv2:M8 norm2:M8 shortcut:S8 shortcut-norm:S8 merge:M8 relu2:M8
            encoder-decoder | merge1 | CONCAT | input:N1 enc1:S4 pool1:M4 enc2:M8 pool2:M8 middle:M8 up2:M8 merge2:M16 dec2:M4 up1:M4 merge1:S4M4 dec1:N4 relu1:N4
            encoder-decoder | merge2 | ADD | input:N1 enc1:N4 pool1:N4 enc2:S8 pool2:M8 middle:M8 up2:M8 merge2:B8 dec2:N4 up1:N4 merge1:N4 dec1:N4 relu1:N4
            dense-block | merge1 | CONCAT | input:N1 conv0:N8 norm0:S8 norm1:M8 relu1:M8 conv1:M8 merge1:S8M8 norm2:S8M8 relu2:S8M8 conv2:N8 merge2:S8M8N8 transition:N8
            dense-block | merge2 | CONCAT | input:N1 conv0:N8 norm0:N8 norm1:N8 relu1:N8 conv1:N8 merge1:S16 norm2:M16 relu2:M16 conv2:M8 merge2:S16M8 transition:N8
            """)
    void coloursEachPresetAsTheRulesSay(String preset, String merge, Variant variant, String colours) {
        assertThat(colours(Presets.find(preset).orElseThrow().network(), variant, merge)).isEqualTo(colours);
    }

    @Test
    void depthwiseConvolutionsKeepTheColoursAndGroupedOnesThoseOfPureGroups() {
        NetworkBuilder net = new NetworkBuilder("groups");
        NodeId x = net.chain("x", Conv.same(4, 3), net.input(1, 6, 6));
        NodeId merge = net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(4, 3), x));
        net.chain("depthwise", new Conv(8, Window.same(3), 8, false), merge);
        net.chain("twice", new Conv(16, Window.same(3), 8, false), merge);
        net.chain("halves", new Conv(6, Window.same(3), 2, false), merge);
        net.chain("dense", new Conv(8, Window.same(3), 1, false), merge);
        net.chain("zeros", new Layer.ZeroPadChannels(1, 2), merge);
        net.chain("flat", new Layer.Flatten(), net.chain("mean", new Layer.GlobalAveragePool(), merge));
        assertThat(colours(net.build(), Variant.CONCAT, "merge")).isEqualTo("input:N1 x:S4 f:M4 merge:S4M4 depthwise:S4M4 "
                + "twice:S8M8 halves:S3M3 dense:N8 zeros:N1S4M4N2 mean:S4M4 flat:S4M4");
    }

    @Test
    void aLanesProjectionIsTheSkips() {
        NetworkBuilder net = new NetworkBuilder("widening");
        NodeId x = net.chain("x", Conv.same(2, 3), net.input(1, 6, 6));
        net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(4, 3), x));
        assertThat(colours(net.build(), Variant.ADD, "merge"))
                .isEqualTo("input:N1 x:S2 f:M4 merge.project-0:S4 merge:B4");
    }

    @Test
    void nothingHasAColourWhereNoMergeWithASkipIsSelected() {
        Network network = Presets.first().network();
        Lane lane = Variant.ADD.of(network);
        for (String other : new String[] {"conv0", "nowhere"}) {
            assertThat(Provenance.of(lane, network, NodeId.of(other)).of(NodeId.of("conv0"))).isEmpty();
        }
    }

    @Test
    void aSkipFromNowhereLeavesTheMainBranchItsColour() {
        NetworkBuilder net = new NetworkBuilder("dangling");
        NodeId x = net.input(1, 6, 6);
        NodeId merge = net.merge("merge", new Layer.Add(), NodeId.of("nowhere"), x);
        Network network = net.build();
        assertThat(Provenance.of(Variant.ADD.of(network), network, merge).whole(x)).isEqualTo(Branch.MAIN);
    }

    @Test
    void aWholeColourIsThatOfAllChannels() {
        Network network = Presets.first().network();
        Provenance provenance = Provenance.of(Variant.CONCAT.of(network), network, NodeId.of("merge"));
        assertThat(provenance.whole(NodeId.of("conv0"))).isEqualTo(Branch.SKIP);
        assertThat(provenance.whole(NodeId.of("merge"))).isEqualTo(Branch.NONE);
    }
}
