package skipstitch.explain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class PyTorchModuleTest {
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])[a-z_]\\w*");
    private static final Set<String> KNOWN = Set.of("self", "torch", "return", "dim", "len", "float", "value",
            "output_size");

    private static List<String> lines(Lane lane, String from, String to) {
        String text = PyTorchModule.of(lane);
        return text.substring(text.indexOf(from), text.indexOf(to)).lines().map(String::strip)
                .map(line -> line.replaceFirst("\\s*#.*", "")).filter(line -> !line.isEmpty()).toList();
    }

    static Stream<Preset> presets() {
        return Presets.everything().stream();
    }

    @Test
    void aBlockReadsLikeItsDrawing() {
        assertThat(PyTorchModule.of(Variant.CONCAT.of(Presets.find("residual-block").orElseThrow().network()))).startsWith("""
                import re

                import torch
                from torch import nn


                class ResidualBlock(nn.Module):
                    \"""residual-block, merges: concat; takes N×1×32×32.\"""

                    def __init__(self):
                        super().__init__()
                        self.conv0 = nn.Conv2d(1, 8, kernel_size=3, padding=1, bias=False)
                        self.conv1 = nn.Conv2d(8, 8, kernel_size=3, padding=1, bias=False)
                        self.relu1 = nn.ReLU()
                        self.conv2 = nn.Conv2d(8, 8, kernel_size=3, padding=1, bias=False)
                        self.conv3 = nn.Conv2d(16, 8, kernel_size=3, padding=1, bias=False)
                        self.relu3 = nn.ReLU()

                    def forward(self, input):
                        conv0 = self.conv0(input)
                        conv1 = self.conv1(conv0)
                        relu1 = self.relu1(conv1)
                        conv2 = self.conv2(relu1)
                        merge = torch.cat([conv0, conv2], dim=1)  # skip 8×32×32, main 8×32×32 -> 16×32×32
                        conv3 = self.conv3(merge)
                        relu3 = self.relu3(conv3)
                        return relu3


                def load(module, path):
                """);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void inEveryVariantOfEveryPresetWhatIsReadWasMadeBefore(Preset preset) {
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(preset.network());
            Set<String> layers = new HashSet<>();
            for (String line : lines(lane, "super().__init__()", "def forward").stream().skip(1).toList()) {
                assertThat(line).as(preset.name()).matches("self\\.\\w+ = nn\\.\\w+\\(.*\\)");
                assertThat(layers.add(line.substring(0, line.indexOf(' ')))).as(preset.name() + ": " + line).isTrue();
            }
            Set<String> known = new HashSet<>(KNOWN);
            Set<String> called = new HashSet<>();
            for (String line : lines(lane, "def forward", "def load")) {
                if (line.startsWith("def ")) {
                    Stream.of(line.substring(line.indexOf('(') + 1, line.indexOf(')')).split(", ")).forEach(known::add);
                    continue;
                }
                String read = line.contains(" = ") ? line.substring(line.indexOf(" = ") + 3) : line;
                for (Matcher name = NAME.matcher(read); name.find();) {
                    assertThat(known).as("%s, %s: %s", preset.name(), variant, line).contains(name.group());
                }
                Matcher layer = Pattern.compile("self\\.\\w+").matcher(read);
                while (layer.find()) {
                    called.add(layer.group());
                }
                if (line.contains(" = ")) {
                    known.addAll(List.of(line.substring(0, line.indexOf(" = ")).split(", ")));
                }
            }
            assertThat(called).as(preset.name()).isEqualTo(layers);
        }
    }

    @Test
    void namesThatPythonOrAModuleHasAreNotTaken() {
        NetworkBuilder net = new NetworkBuilder("3 \"odd\" names");
        NodeId x = net.input(1, 8, 8);
        NodeId made = net.chain("lambda", Layer.Conv.same(2, 3), x);
        NodeId other = net.chain("a-b", new Layer.BatchNorm(1e-5f), made);
        NodeId same = net.chain("a.b", new Layer.BatchNorm(1e-5f), other);
        net.chain("1st", new Layer.Relu(), net.chain("train", Layer.Conv.same(2, 1), same));
        String text = PyTorchModule.of(Variant.AS_DRAWN.of(net.build()));
        assertThat(text).contains("class Network3OddNames(nn.Module)", "\"\"\"3  odd  names, merges",
                "lambda_ = self.lambda_(input)", "a_b = self.a_b(lambda_)", "a_b_ = self.a_b_(a_b)",
                "train_ = self.train_(a_b_)", "return _1st",
                "names = {\"lambda\": \"lambda_\", \"a.b\": \"a_b_\", \"train\": \"train_\", \"1st\": \"_1st\"}");
    }

    @Test
    void indicesGoFromAPoolToItsUnpool() {
        assertThat(lines(Variant.AS_DRAWN.of(Presets.find("mini-segnet").orElseThrow().network()), "def forward", "def load"))
                .contains("encoder_level1_pool, encoder_level1_pool_indices = "
                                + "self.encoder_level1_pool(encoder_level1_conv_relu)",
                        "decoder_level1_unpool = self.decoder_level1_unpool(decoder_level2_conv_relu, "
                                + "encoder_level1_pool_indices)");
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        NetworkBuilder net = new NetworkBuilder("misfit");
        net.chain("deep", new Layer.Linear(3, true), net.input(1, 8, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> PyTorchModule.of(Variant.AS_DRAWN.of(net.build())));
    }
}
