package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

class LayerSettingsTest {
    private static final Size TALL = new Size(3, 2);
    private static final Size ONE = Size.ONE;
    private static final Padding SIDES = new Padding(1, 2, 3, 4);

    /** In each list one setting at a time differs from the first layer's. */
    static Stream<List<Layer>> layersThatDifferInOneSetting() {
        Window plain = new Window(ONE, ONE, Padding.NONE, ONE);
        List<Window> windows = List.of(plain, new Window(TALL, ONE, Padding.NONE, ONE),
                new Window(ONE, TALL, Padding.NONE, ONE), new Window(ONE, ONE, SIDES, ONE),
                new Window(ONE, ONE, Padding.NONE, TALL));
        Size none = new Size(0, 0);
        return Stream.of(
                windows.stream().<Layer>map(window -> new Layer.Conv(4, window, 1, false)).toList(),
                windows.stream().<Layer>map(window -> new Layer.MaxPool(window, false)).toList(),
                windows.stream().<Layer>map(window -> new Layer.AveragePool(window, false, false)).toList(),
                List.of(new Layer.Conv(4, plain, 1, false), new Layer.Conv(8, plain, 1, false),
                        new Layer.Conv(4, plain, 2, false), new Layer.Conv(4, plain, 1, true)),
                List.of(new Layer.MaxPool(plain, false), new Layer.MaxPool(plain, true)),
                List.of(new Layer.AveragePool(plain, false, false), new Layer.AveragePool(plain, true, false),
                        new Layer.AveragePool(plain, false, true)),
                List.of(new Layer.TransposedConv(4, ONE, ONE, Padding.NONE, none, false),
                        new Layer.TransposedConv(8, ONE, ONE, Padding.NONE, none, false),
                        new Layer.TransposedConv(4, TALL, ONE, Padding.NONE, none, false),
                        new Layer.TransposedConv(4, ONE, TALL, Padding.NONE, none, false),
                        new Layer.TransposedConv(4, ONE, ONE, SIDES, none, false),
                        new Layer.TransposedConv(4, ONE, ONE, Padding.NONE, ONE, false),
                        new Layer.TransposedConv(4, ONE, ONE, Padding.NONE, none, true)),
                List.of(new Layer.Upsample(2, Layer.Interpolation.NEAREST),
                        new Layer.Upsample(3, Layer.Interpolation.NEAREST),
                        new Layer.Upsample(2, Layer.Interpolation.BILINEAR)),
                List.of(new Layer.Input(new Shape(1, 2, 3)), new Layer.Input(new Shape(3, 2, 1))),
                List.of(new Layer.LeakyRelu(0.1f), new Layer.LeakyRelu(0.2f)),
                List.of(new Layer.BatchNorm(1e-5f), new Layer.BatchNorm(1e-3f)),
                List.of(new Layer.Dropout(0.1f), new Layer.Dropout(0.5f)),
                List.of(new Layer.Linear(4, false), new Layer.Linear(5, false), new Layer.Linear(4, true)),
                List.of(new Layer.Scale(1), new Layer.Scale(2)),
                List.of(new Layer.Crop(SIDES), new Layer.Crop(Padding.NONE)),
                List.of(new Layer.ZeroPad(SIDES), new Layer.ZeroPad(Padding.NONE)),
                List.of(new Layer.ZeroPadChannels(1, 0), new Layer.ZeroPadChannels(0, 1)),
                List.of(new Layer.Subsample(2), new Layer.Subsample(3)));
    }

    @ParameterizedTest
    @MethodSource("layersThatDifferInOneSetting")
    void everySettingIsWritten(List<Layer> layers) {
        List<Map<String, Object>> written = layers.stream().map(LayerSettings::of).toList();

        assertThat(written).doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfLayerWithSettingsIsTriedAbove() {
        Set<Class<?>> tried = new HashSet<>();
        layersThatDifferInOneSetting().forEach(layers -> tried.add(layers.getFirst().getClass()));
        List<Class<?>> withSettings = Layer.kinds().stream()
                .filter(kind -> kind.isRecord() && kind.getRecordComponents().length > 0).toList();

        assertThat(tried).containsAll(withSettings);
    }
}
