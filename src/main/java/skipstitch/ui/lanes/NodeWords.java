package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Cost;
import skipstitch.network.Fit;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.ui.drawing.Words;

/** What a node says of itself when pointed at. */
final class NodeWords {
    private NodeWords() {}

    static String describe(Face face) {
        List<String> lines = new ArrayList<>();
        lines.add(face.title() + (face.fold().isPresent() ? "" : "  ·  " + face.id()));
        face.fold().ifPresent(fold -> lines.addAll(fold.details()));
        if (face.fit() instanceof Fit.Breaks(var misfit)) {
            lines.add(misfit.rule().sentence() + ".");
            lines.add(misfit.why());
        } else {
            lines.add(face.fits() ? "Shape " + face.words() : "No shape: it " + face.words());
        }
        if (face.fold().isEmpty()) {
            lines.addAll(settings(face.node().layer()));
        }
        Cost cost = face.cost();
        if (cost.params() > 0) {
            lines.add(Words.count(cost.params()) + " weights, " + Words.count(cost.macs()) + " multiply-adds");
        }
        if (face.added()) {
            lines.add("Added by this lane, so that the skip gets the main branch's shape.");
        }
        if (!face.live()) {
            lines.add("Reaches no output in this lane: not counted.");
        }
        return String.join("\n", lines);
    }

    private static List<String> settings(Layer layer) {
        return switch (layer) {
            case Layer.Conv conv -> List.of(conv.filters() + " filters" + window(conv.window())
                    + (conv.groups() > 1 ? ", " + conv.groups() + " groups" : "") + (conv.bias() ? ", bias" : ", no bias"));
            case Layer.TransposedConv conv -> List.of(conv.filters() + " filters, stride " + conv.stride());
            case Layer.MaxPool pool -> List.of("Window " + pool.window().kernel() + window(pool.window()));
            case Layer.AveragePool pool -> List.of("Window " + pool.window().kernel() + window(pool.window()));
            case Layer.Upsample up -> List.of(up.interpolation() == Layer.Interpolation.NEAREST ? "Nearest" : "Bilinear");
            default -> List.of();
        };
    }

    private static String window(Window window) {
        return (window.stride().equals(Size.ONE) ? "" : ", stride " + window.stride())
                + (window.padding().equals(Padding.NONE) ? "" : ", padding " + window.padding())
                + (window.dilation().equals(Size.ONE) ? "" : ", dilation " + window.dilation());
    }
}
