package skipstitch.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** What can be chosen about each layer, in the order of the frameworks' own signatures. */
final class LayerSettings {
    private static final String HEIGHT_WIDTH = "One number, or height×width";
    private static final String FOUR_SIDES = "One number, or four: above, left, below, right";

    private LayerSettings() {}

    static List<Setting> of(Layer layer) {
        return switch (layer) {
            case Layer.Input(Shape shape) -> List.of(new Setting.Typed("Shape", shape.toString(),
                    "Channels × height × width", typed -> new Layer.Input(Shape.parse(typed))));
            case Layer.Conv conv -> conv(conv);
            case Layer.TransposedConv conv -> transposed(conv);
            case Layer.MaxPool(Window window, boolean ceil) -> with(
                    window(window, changed -> new Layer.MaxPool(changed, ceil)),
                    ceil(ceil, on -> new Layer.MaxPool(window, on)));
            case Layer.AveragePool(Window window, boolean ceil, boolean count) -> with(
                    window(window, changed -> new Layer.AveragePool(changed, ceil, count)),
                    ceil(ceil, on -> new Layer.AveragePool(window, on, count)),
                    new Setting.Switched("Count padding", count, "Whether the mean counts the padding's zeros",
                            on -> new Layer.AveragePool(window, ceil, on)));
            case Layer.Upsample(int factor, Interpolation interpolation) -> List.of(
                    whole("Factor", factor, typed -> new Layer.Upsample(typed, interpolation)),
                    new Setting.Picked("Fill in", word(interpolation), Stream.of(Interpolation.values())
                            .map(LayerSettings::word).toList(), picked -> new Layer.Upsample(factor,
                                    Interpolation.valueOf(picked.toUpperCase(Locale.ROOT)))));
            case Layer.LeakyRelu(float slope) -> real("Slope", slope, "What negative values are multiplied by",
                    Layer.LeakyRelu::new);
            case Layer.BatchNorm(float epsilon) -> real("Epsilon", epsilon,
                    "Added to the variance, against division by 0", Layer.BatchNorm::new);
            case Layer.Dropout(float rate) -> real("Rate", rate, "The share dropped in training, from 0 to below 1",
                    Layer.Dropout::new);
            case Layer.Scale(float factor) -> real("Factor", factor, "What every value is multiplied by",
                    Layer.Scale::new);
            case Layer.Linear(int outputs, boolean bias) -> List.of(
                    whole("Outputs", outputs, typed -> new Layer.Linear(typed, bias)),
                    bias(bias, on -> new Layer.Linear(outputs, on)));
            case Layer.Crop(Padding sides) -> List.of(sides("Cut away", sides, Layer.Crop::new));
            case Layer.ZeroPad(Padding sides) -> List.of(sides("Zeros", sides, Layer.ZeroPad::new));
            case Layer.ZeroPadChannels(int before, int after) -> List.of(
                    whole("Before", before, typed -> new Layer.ZeroPadChannels(typed, after)),
                    whole("After", after, typed -> new Layer.ZeroPadChannels(before, typed)));
            case Layer.Subsample(int stride) -> List.of(whole("Stride", stride, Layer.Subsample::new));
            case Layer.GlobalAveragePool _, Layer.MaxUnpool _, Layer.Relu _, Layer.Relu6 _, Layer.Sigmoid _,
                    Layer.Softmax _, Layer.Flatten _, Layer.Merge _, Layer.Identity _ -> List.of();
        };
    }

    private static List<Setting> conv(Layer.Conv conv) {
        List<Setting> settings = new ArrayList<>(List.of(whole("Filters", conv.filters(),
                typed -> new Layer.Conv(typed, conv.window(), conv.groups(), conv.bias()))));
        settings.addAll(window(conv.window(),
                changed -> new Layer.Conv(conv.filters(), changed, conv.groups(), conv.bias())));
        settings.add(whole("Groups", conv.groups(),
                typed -> new Layer.Conv(conv.filters(), conv.window(), typed, conv.bias())));
        settings.add(bias(conv.bias(), on -> new Layer.Conv(conv.filters(), conv.window(), conv.groups(), on)));
        return settings;
    }

    private static List<Setting> transposed(Layer.TransposedConv conv) {
        return List.of(
                whole("Filters", conv.filters(), typed -> new Layer.TransposedConv(typed, conv.kernel(), conv.stride(),
                        conv.padding(), conv.outputPadding(), conv.bias())),
                size("Kernel", conv.kernel(), typed -> new Layer.TransposedConv(conv.filters(), typed, conv.stride(),
                        conv.padding(), conv.outputPadding(), conv.bias())),
                size("Stride", conv.stride(), typed -> new Layer.TransposedConv(conv.filters(), conv.kernel(), typed,
                        conv.padding(), conv.outputPadding(), conv.bias())),
                sides("Padding", conv.padding(), typed -> new Layer.TransposedConv(conv.filters(), conv.kernel(),
                        conv.stride(), typed, conv.outputPadding(), conv.bias())),
                size("Output padding", conv.outputPadding(), typed -> new Layer.TransposedConv(conv.filters(),
                        conv.kernel(), conv.stride(), conv.padding(), typed, conv.bias())),
                bias(conv.bias(), on -> new Layer.TransposedConv(conv.filters(), conv.kernel(), conv.stride(),
                        conv.padding(), conv.outputPadding(), on)));
    }

    private static List<Setting> window(Window window, Function<Window, Layer> with) {
        return List.of(
                size("Kernel", window.kernel(), typed -> with.apply(
                        new Window(typed, window.stride(), window.padding(), window.dilation()))),
                size("Stride", window.stride(), typed -> with.apply(
                        new Window(window.kernel(), typed, window.padding(), window.dilation()))),
                sides("Padding", window.padding(), typed -> with.apply(
                        new Window(window.kernel(), window.stride(), typed, window.dilation()))),
                size("Dilation", window.dilation(), typed -> with.apply(
                        new Window(window.kernel(), window.stride(), window.padding(), typed))));
    }

    private static List<Setting> with(List<Setting> settings, Setting... more) {
        return Stream.concat(settings.stream(), Stream.of(more)).toList();
    }

    private static Setting whole(String name, int value, Function<Integer, Layer> with) {
        return new Setting.Typed(name, Integer.toString(value), "A whole number",
                text -> with.apply(Numbers.whole(text)));
    }

    private static List<Setting> real(String name, float value, String hint, Function<Float, Layer> with) {
        return List.of(new Setting.Typed(name, Numbers.words(value), hint, text -> with.apply(Numbers.real(text))));
    }

    private static Setting size(String name, Size value, Function<Size, Layer> with) {
        return new Setting.Typed(name, Numbers.words(value), HEIGHT_WIDTH, text -> with.apply(Numbers.size(text)));
    }

    private static Setting sides(String name, Padding value, Function<Padding, Layer> with) {
        return new Setting.Typed(name, value.toString(), FOUR_SIDES, text -> with.apply(Numbers.sides(text)));
    }

    private static Setting bias(boolean on, Function<Boolean, Layer> with) {
        return new Setting.Switched("Bias", on, "A number added to each output channel", with);
    }

    private static Setting ceil(boolean on, Function<Boolean, Layer> with) {
        return new Setting.Switched("Ceil mode", on, "Whether a last, partial window counts", with);
    }

    private static String word(Interpolation interpolation) {
        return interpolation.name().toLowerCase(Locale.ROOT);
    }
}
