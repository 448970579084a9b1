package skipstitch.explain.stories;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import skipstitch.explain.Branch;
import skipstitch.explain.MergeWords;
import skipstitch.explain.Numerals;
import skipstitch.explain.Provenance;
import skipstitch.explain.arithmetic.Token;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;

/** A layer in symbols: y for what goes out, x for what comes in, or the branches' own names at a merge and after it. */
final class Formula {
    private final Network network;
    private final Provenance provenance;
    private final Node node;

    Formula(Network network, Provenance provenance, Node node) {
        this.network = network;
        this.provenance = provenance;
        this.node = node;
    }

    List<Token> tokens() {
        return switch (node.layer()) {
            case Layer.Input _ -> List.of();
            case Layer.Conv conv when splits() -> split(conv.bias());
            case Layer.Conv conv -> x("y[f] = Σ_c W[f, c] ∗", "x[c]", conv.bias() ? "+ b[f]" : "");
            case Layer.TransposedConv conv -> x("y[f] = Σ_c W[c, f] ∗ᵀ", "x[c]", conv.bias() ? "+ b[f]" : "");
            case Layer.Linear linear -> x("y = W ·", "x", linear.bias() ? "+ b" : "");
            case Layer.MaxPool _ -> x("y = max of each window of", "x", "");
            case Layer.AveragePool _ -> x("y = mean of each window of", "x", "");
            case Layer.GlobalAveragePool _ -> x("y[c] = Σ", "x[c]", "/ (H · W)");
            case Layer.MaxUnpool _ -> x("y[c, place of the maximum] =", "x[c]", "");
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> switch (interpolation) {
                case NEAREST -> x("y[c, h, w] =", "x[c, ⌊h / " + factor + "⌋, ⌊w / " + factor + "⌋]", "");
                case BILINEAR -> x("y[c, h, w] = between the four nearest of", "x[c]", "");
            };
            case Layer.Relu _ -> x("y = max(0,", "x", ")");
            case Layer.Relu6 _ -> x("y = min(max(0,", "x", "), 6)");
            case Layer.LeakyRelu(float slope) ->
                    x("y =", "x", "where positive, else " + Numerals.setting(slope) + " · x");
            case Layer.Sigmoid _ -> x("y = 1 / (1 + e^(−", "x", "))");
            case Layer.Softmax _ -> x("y[c] =", "e^x[c]", "/ Σ_k e^x[k]");
            case Layer.BatchNorm _ -> x("y = γ · (", "x", "− μ) / √(σ² + ε) + β");
            case Layer.Add _ -> joined("+");
            case Layer.Multiply _, Layer.Gate _ -> joined("×");
            case Layer.Concat _ -> joined(";");
            case Layer.Scale(float factor) -> x("y = " + Numerals.setting(factor) + " ·", "x", "");
            case Layer.Flatten _ -> x("y[c · H · W + h · W + w] =", "x[c, h, w]", "");
            case Layer.Crop(var sides) -> x("y[c, h, w] =",
                    "x[c, h + " + sides.top() + ", w + " + sides.left() + "]", "");
            case Layer.ZeroPad(var sides) -> x("y[c, h + " + sides.top() + ", w + " + sides.left() + "] =",
                    "x[c, h, w]", "");
            case Layer.ZeroPadChannels(int before, _) -> x("y[c + " + before + "] =", "x[c]", "");
            case Layer.Subsample(int stride) -> x("y[c, h, w] =",
                    "x[c, " + stride + " · h, " + stride + " · w]", "");
            case Layer.Identity _, Layer.Dropout _ -> x("y =", "x", "");
        };
    }

    /** The one tensor that comes in, with its branch's colour. */
    private List<Token> x(String before, String x, String after) {
        Tokens tokens = new Tokens().sign(before).name(x, provenance.whole(node.trunk().source()));
        return (after.isEmpty() ? tokens : tokens.sign(after)).all();
    }

    /** {@code y = x + F(x)}; a concatenation stands in brackets. */
    private List<Token> joined(String sign) {
        boolean concat = node.layer() instanceof Layer.Concat;
        Tokens tokens = new Tokens().sign(concat ? "y = [" : "y =");
        List<String> names = MergeWords.names(network, node);
        for (int i = 0; i < names.size(); i++) {
            (i == 0 ? tokens : tokens.sign(sign)).name(names.get(i), provenance.whole(node.inlets().get(i).source()));
        }
        return (concat ? tokens.sign("]") : tokens).all();
    }

    /** Whether channels of both branches come in, one beside the other. */
    private boolean splits() {
        Set<Branch> branches = provenance.of(node.trunk().source()).stream().collect(Collectors.toSet());
        return branches.contains(Branch.SKIP) && branches.contains(Branch.MAIN);
    }

    /** {@code y = W_skip ∗ x + W_main ∗ F(x) + b}: the kernel's slices of each branch. */
    private List<Token> split(boolean bias) {
        Tokens tokens = new Tokens().sign("y =");
        Node before = network.node(node.trunk().source());
        List<Inlet.Role> roles = List.of(Inlet.Role.SKIP, Inlet.Role.MAIN);
        for (Inlet.Role role : roles) {
            Branch branch = role == Inlet.Role.SKIP ? Branch.SKIP : Branch.MAIN;
            String symbol = before.mergesSkip() && before.inlets(role).size() == 1
                    ? MergeWords.symbol(network, before, before.inlets(role).getFirst())
                    : role == Inlet.Role.SKIP ? "x_skip" : "x_main";
            (role == roles.getFirst() ? tokens : tokens.sign("+"))
                    .name(role == Inlet.Role.SKIP ? "W_skip" : "W_main", branch).sign("∗").name(symbol, branch);
        }
        List<Branch> branches = provenance.of(before.id());
        if (branches.contains(Branch.BOTH) || branches.contains(Branch.NONE)) {
            tokens.sign("+ W_others ∗ others");
        }
        return (bias ? tokens.sign("+ b") : tokens).all();
    }
}
