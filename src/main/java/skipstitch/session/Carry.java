package skipstitch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import skipstitch.document.CarrySkip;
import skipstitch.document.Document;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.skips.AddedCost;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Landings;
import skipstitch.network.skips.Repair;
import skipstitch.network.skips.Skips;
import skipstitch.network.skips.Target;

/**
 * An edge in the hand: what every place says to it, and which place it is over.
 *
 * @param document what it was lifted from
 * @param carried  what is in the hand
 * @param landings the answers of every place
 * @param usual    what a new merge is unless only the other kind fits
 * @param aimed    the place that it is over
 * @param mends    what would make it fit where it was dropped, of which a person is to choose one; empty before
 */
public record Carry(Document document, Carried carried, Landings landings, Layer.Merge usual, Optional<Landing> aimed,
                    List<Mend> mends) {

    /**
     * One way to make a dropped skip fit.
     *
     * @param merge       what joins then
     * @param title       {@code 1×1 conv, 16 filters, stride 2}
     * @param information what it does to the information
     * @param result      the shape that the merge makes
     * @param cost        what it adds, the layers behind included
     * @param edit        what makes it so
     */
    public record Mend(Layer.Merge merge, String title, String information, Shape result, AddedCost cost,
                       CarrySkip edit) {}

    /** @throws IllegalArgumentException if the document's network does not have what is carried */
    static Carry of(Document document, Carried carried) {
        return new Carry(document, carried, Landings.of(document.network(), carried), usual(document, carried),
                Optional.empty(), List.of());
    }

    /**
     * A skip that is moved stays what it is; a new one is what the first lane shows. What was in a gate is no gate
     * elsewhere: answers are for add and for concat.
     */
    private static Layer.Merge usual(Document document, Carried carried) {
        Optional<Layer> before = switch (carried) {
            case Carried.End(var edge) -> document.network().find(edge.to()).map(Node::layer);
            case Carried.Start(var edge) -> document.network().find(edge.to()).map(Node::layer);
            case Carried.Fresh _, Carried.MainEnd _ -> Optional.empty();
        };
        return before.filter(Layer.Merge.class::isInstance).map(Layer.Merge.class::cast)
                .filter(merge -> !(merge instanceof Layer.Gate))
                .orElse(document.lanes().equals(List.of(Variant.CONCAT)) ? new Layer.Concat() : new Layer.Add());
    }

    /** Over a place, or over none. */
    Carry over(Optional<Target> target) {
        return new Carry(document, carried, landings, usual, target.flatMap(landings::at), List.of());
    }

    /**
     * The place so many further on in reading order, around the ends; the first or last one from none.
     *
     * @param seen whether a place is in sight
     */
    Carry stepped(int step, Predicate<Target> seen) {
        List<Landing> all = landings.all().stream().filter(landing -> seen.test(landing.target())).toList();
        if (all.isEmpty()) {
            return this;
        }
        int at = aimed.map(all::indexOf).orElse(step > 0 ? -1 : 0);
        return new Carry(document, carried, landings, usual, Optional.of(all.get(Math.floorMod(at + step, all.size()))),
                List.of());
    }

    /** Whether add and concat make a difference to what is carried. */
    public boolean isSkip() {
        return carried.isSkip(document.network());
    }

    /** What a drop here would do without asking: a merge that is there stays what it is. */
    Optional<CarrySkip> asItIs(Landing landing) {
        Layer.Merge merge = merge(landing);
        return landing.answer(merge) instanceof Answer.Fits
                ? Optional.of(new CarrySkip(carried, landing.target(), merge, List.of())) : Optional.empty();
    }

    private Layer.Merge merge(Landing landing) {
        return landing.target() instanceof Target.Merge(var id)
                && document.network().node(id).layer() instanceof Layer.Merge there ? there : usual;
    }

    /** Asks how it is to be made to fit. */
    Carry asking(Landing landing) {
        List<Layer.Merge> kinds = new ArrayList<>(List.of(merge(landing)));
        if (isSkip()) {
            kinds.add(kinds.getFirst() instanceof Layer.Concat ? new Layer.Add() : new Layer.Concat());
        }
        List<Mend> all = new ArrayList<>();
        for (Layer.Merge kind : kinds) {
            if (landing.answer(kind) instanceof Answer.Fits(Shape result)) {
                all.add(mend(landing, kind, List.of(), "as it is", "nothing is lost", result));
            } else {
                for (Repair repair : landings.repairs(landing.target(), kind)) {
                    all.add(mend(landing, kind, repair.layers(), repair.title(), repair.information(), repair.result()));
                }
            }
        }
        return new Carry(document, carried, landings, usual, Optional.of(landing), List.copyOf(all));
    }

    private Mend mend(Landing landing, Layer.Merge kind, List<Layer> layers, String title, String information,
                      Shape result) {
        CarrySkip edit = new CarrySkip(carried, landing.target(), kind, layers);
        Network after = edit.apply(document).network();
        return new Mend(kind, title, information, result, Skips.costOf(document.network(), after), edit);
    }
}
