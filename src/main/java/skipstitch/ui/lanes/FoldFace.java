package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Variant;
import skipstitch.network.folding.Fold;

/**
 * What a card says of the nodes that it stands for, besides what a node says.
 *
 * @param times   how many groups of one kind are inside; 1 where there are not several
 * @param merges  how many merges of a skip are inside
 * @param merge   what the first of them is in this lane; an identity where there is none
 * @param details a line each, for whoever points at it
 */
record FoldFace(String title, int times, int merges, Layer merge, List<String> details) {
    private static final int LISTED = 12;

    static FoldFace of(Fold fold, Lane lane) {
        int merges = fold.merges().size();
        Layer merge = merges == 0 ? new Layer.Identity() : lane.network().node(fold.merges().getFirst().id()).layer();
        List<String> details = new ArrayList<>();
        details.add(fold.group() + "  ·  " + fold.members().size() + " layers"
                + fold.repeats().map(times -> "  ·  " + times).orElse(""));
        if (merges > 0) {
            details.add(words(merges, merge, lane.variant()));
        }
        if (fold.members().size() <= LISTED) {
            details.add(String.join(" → ", fold.members().stream().map(Node::label).toList()));
        }
        details.add("A double-click, or F, opens it.");
        return new FoldFace(fold.title(), fold.repeats().isPresent() ? fold.inside().size() : 1, merges, merge, details);
    }

    /** “16 adds inside”. */
    private static String words(int merges, Layer merge, Variant lane) {
        String what = lane == Variant.NO_SKIP ? "skip" : merge.title().toLowerCase(Locale.ROOT);
        return merges + " " + what + (merges > 1 ? "s" : "") + " inside"
                + (lane == Variant.NO_SKIP ? ", taken away in this lane" : "");
    }
}
