package skipstitch.explain.stories;

import java.util.ArrayList;
import java.util.List;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.arithmetic.ValueExplainer;
import skipstitch.explain.arithmetic.Writing;
import skipstitch.network.Layer;

/** What is to be said about one channel. */
final class ChannelLines {
    private ChannelLines() {}

    static List<Line> of(NodeRun run, int channel) {
        return switch (run.node().layer()) {
            case Layer.Add _ -> List.of(names(run, channel, "+"), onIts(channel, "added"));
            case Layer.Multiply _ -> List.of(names(run, channel, "×"), onIts(channel, "multiplied"));
            case Layer.Gate _ -> List.of(names(run, channel, "×"), words("The gate has one map for all channels."));
            // What its first value says of the channel holds for all of them.
            case Layer.Concat _, Layer.ZeroPadChannels _, Layer.Flatten _ ->
                    Writing.of(ValueExplainer.explain(run, new Cell(channel, 0, 0))).lines().stream()
                            .filter(line -> line.says() != Says.VALUE).toList();
            case Layer.Input _ -> List.of(words("Channel " + channel + " of what is fed in."));
            case Layer.Softmax _ -> List.of(words("At each place, channel " + channel + " is divided by the sum of all "
                    + Numerals.count(run.shape().channels()) + ", each as a power of e."));
            default -> List.of(words("Channel " + channel + " is made of channel " + channel + " alone."));
        };
    }

    private static Line onIts(int channel, String done) {
        return words("Channel " + channel + " lies on channel " + channel
                + ", pixel on pixel, and the numbers are " + done + ".");
    }

    /** @param inputs how many input channels the filter sees */
    static List<Line> weighed(NodeRun run, int channel, int inputs, boolean biased) {
        Tokens tokens = new Tokens().sign("y[" + channel + "] =");
        String symbol = switch (run.node().layer()) {
            case Layer.TransposedConv _ -> "∗ᵀ";
            case Layer.Linear _ -> "·";
            default -> "∗";
        };
        List<Line> lines = new ArrayList<>();
        tokens.sign("Σ_c W[" + channel + ", c] " + symbol).name("x[c]", Branch.NONE);
        lines.add((biased ? tokens.sign("+ b[" + channel + "]") : tokens).line(Says.NAMES));
        String by = run.node().layer() instanceof Layer.Linear ? "a weight" : "a kernel";
        lines.add(words(inputs == 1 ? "One channel comes in and is weighed by " + by + "."
                : "Each of " + Numerals.count(inputs) + " channels is weighed by " + by
                        + " of its own; what they give is summed."));
        if (inputs > ChannelStory.MOST) {
            lines.add(words("Shown are the " + ChannelStory.MOST + " that give most."));
        }
        return lines;
    }

    /** {@code y[3] = x[3] + F(x)[3]}; a gate has channel 0 alone. */
    private static Line names(NodeRun run, int channel, String sign) {
        Tokens tokens = new Tokens().sign("y[" + channel + "] =");
        for (int i = 0; i < run.names().size(); i++) {
            int from = Math.min(channel, run.read().get(i).shape().channels() - 1);
            (i == 0 ? tokens : tokens.sign(sign))
                    .name(run.names().get(i) + "[" + from + "]", run.branches().get(i).get(from));
        }
        return tokens.line(Says.NAMES);
    }

    private static Line words(String text) {
        return new Tokens().word(text).line(Says.WORDS);
    }
}
