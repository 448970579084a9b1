package skipstitch.explain.stories;

import java.util.ArrayList;
import java.util.List;
import skipstitch.explain.Numerals;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** What a layer does to a tensor, in one to three plain sentences. */
final class LayerSentences {
    private LayerSentences() {}

    static List<String> of(Node node, List<Shape> incoming, Shape out) {
        if (node.layer() instanceof Layer.Input) {
            return List.of("The picture that is fed in: " + out + " numbers.");
        }
        Shape in = incoming.getFirst();
        return switch (node.layer()) {
            case Layer.Input _ -> throw new IllegalStateException("said above");
            case Layer.Conv conv -> conv(conv, in);
            case Layer.TransposedConv conv -> List.of(
                    "Each value paints a " + conv.kernel() + " kernel, scaled by itself, into each map that comes out.",
                    "The kernels are painted " + by(conv.stride()) + " apart; where they overlap they add up.");
            case Layer.MaxPool pool -> pool(pool.window(),
                    "the largest value of each " + pool.window().kernel() + " window passes", "Padding never wins.");
            case Layer.AveragePool pool -> pool(pool.window(),
                    "each " + pool.window().kernel() + " window becomes its mean",
                    pool.countPadding() ? "Padding counts as zeros." : "Padding does not count.");
            case Layer.GlobalAveragePool _ -> List.of(
                    each(in.channels(), "channel") + " becomes one number: the mean of its map of "
                            + in.height() + "×" + in.width() + ".", "What was where is gone.");
            case Layer.MaxUnpool _ -> List.of(
                    "Each value goes back to where the max pool found its maximum; all else is 0.",
                    "The places come from that pool: they are no tensor, only where to put things.");
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> List.of("Each map becomes " + factor
                    + " times as high and wide. " + switch (interpolation) {
                        case NEAREST -> "Values are repeated.";
                        case BILINEAR -> "New values lie between the four nearest.";
                    }, "Nothing is learned here.");
            case Layer.Relu _ -> List.of("Each negative value becomes 0; the others pass.");
            case Layer.Relu6 _ -> List.of("Each negative value becomes 0, each above 6 becomes 6; the others pass.");
            case Layer.LeakyRelu(float slope) -> List.of(
                    "Each negative value is multiplied by " + Numerals.setting(slope) + "; the others pass.");
            case Layer.Sigmoid _ -> List.of("Each value is squeezed between 0 and 1.");
            case Layer.Softmax _ -> List.of(
                    "At each place the " + channels(in) + " become shares: positive, together 1.");
            case Layer.BatchNorm _ -> List.of(
                    "Each channel is shifted and scaled so that, over the data, its mean is 0 and its spread 1.",
                    "Then it is scaled by γ and shifted by β, which are learned.");
            case Layer.Dropout(float rate) -> List.of("Nothing happens now.", "In training a share of "
                    + Numerals.setting(rate) + " of the values is set to 0 and the others are divided by 1 − "
                    + Numerals.setting(rate) + ", so that the mean stays.");
            case Layer.Linear linear -> List.of(each(linear.outputs(), "output")
                    + " is a weighted sum of all " + Numerals.count(in.channels(), "input") + ".");
            case Layer.Flatten _ -> List.of("The maps become one long vector, channel by channel, row by row.",
                    "Nothing is computed.");
            case Layer.Add _ -> List.of("Channel i lies on channel i, pixel on pixel, and the numbers are added: "
                    + channels(in) + " stay " + in.channels() + ".",
                    "What each branch gave cannot be told from the sum.");
            case Layer.Concat _ -> List.of(
                    "The channels are put one after the other: nothing is computed, and nothing is lost.",
                    "The next layer with kernels has " + channels(out) + " to weigh.");
            case Layer.Multiply _ -> List.of(
                    "Channel i lies on channel i, pixel on pixel, and the numbers are multiplied.");
            case Layer.Gate _ -> List.of("Each channel is multiplied by the one map of the gate, pixel on pixel.",
                    "Where the gate is near 0, little passes.");
            case Layer.Scale(float factor) -> List.of("Each value is multiplied by " + Numerals.setting(factor) + ".");
            case Layer.Crop(Padding sides) -> List.of("Rows and columns are cut away: " + sides(sides) + ".",
                    "Nothing is computed.");
            case Layer.ZeroPad(Padding sides) -> List.of("Zeros are put around: " + sides(sides) + ".",
                    "Nothing is computed.");
            case Layer.ZeroPadChannels(int before, int after) -> List.of("Channels of zeros are put before (" + before
                    + ") and after (" + after + ").", "Nothing is computed, and no weights are needed.");
            case Layer.Subsample(int stride) -> stride == 1 ? List.of("Every row and column stays.")
                    : List.of("Of every " + stride + " rows and columns the first stays.",
                            "The others are dropped, whatever they say.");
            case Layer.Identity _ -> List.of("The tensor passes as it is.");
        };
    }

    private static List<String> conv(Layer.Conv conv, Shape in) {
        Window window = conv.window();
        List<String> all = new ArrayList<>();
        String looks = window.kernel().equals(Size.ONE) ? " weighs, at each place, the "
                : " slides a " + window.kernel() + " window over ";
        int seen = in.channels() / conv.groups();
        String what = conv.groups() == 1 ? channels(in)
                : (seen == 1 ? "a channel" : seen + " channels") + " of its own of the " + in.channels();
        all.add(each(conv.filters(), "filter") + looks + what + " and makes one map.");
        if (!window.stride().equals(Size.ONE)) {
            all.add("The window moves " + by(window.stride()) + " at a time, so the maps get smaller.");
        }
        if (!window.dilation().equals(Size.ONE)) {
            all.add("Its taps are " + by(window.dilation()) + " apart.");
        } else if (all.size() == 1 && !window.padding().equals(Padding.NONE)) {
            all.add("Around the maps stand zeros: " + sides(window.padding()) + ".");
        }
        return all;
    }

    private static List<String> pool(Window window, String what, String padding) {
        List<String> all = new ArrayList<>(List.of("In each channel by itself, " + what + "."));
        if (!window.stride().equals(Size.ONE)) {
            all.add("The window moves " + by(window.stride()) + " at a time.");
        }
        if (!window.padding().equals(Padding.NONE)) {
            all.add(padding);
        }
        return all;
    }

    private static String each(int count, String one) {
        return count == 1 ? "The one " + one : "Each of " + Numerals.count(count, one);
    }

    private static String channels(Shape shape) {
        return Numerals.count(shape.channels(), "channel");
    }

    private static String by(Size size) {
        return size.height() == size.width() ? Numerals.count(size.height(), "pixel")
                : Numerals.count(size.height(), "row") + " and " + Numerals.count(size.width(), "column");
    }

    private static String sides(Padding sides) {
        return sides.isUniform() ? sides.top() + " at each side"
                : sides.top() + " above, " + sides.left() + " on the left, " + sides.bottom() + " below, "
                        + sides.right() + " on the right";
    }
}
