package skipstitch.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.document.CarrySkip;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;

/**
 * Carrying an edge through the network, with the mouse or by keys: lift it, aim it, drop it, let it go. Used on the
 * window's thread.
 */
public final class Carrying {
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Carry>> carry = new ReadOnlyObjectWrapper<>(Optional.empty());

    Carrying(Session session) {
        this.session = session;
    }

    /** How a drop ended. */
    public enum Dropped {
        /** It was made. */
        MADE,
        /** It does not fit as it is: {@link Carry#mends} are there to choose from. */
        ASKED,
        /** It went back; a notice says why. */
        RETURNED
    }

    /** Takes something into the hand, if the document still has it. */
    public void lift(Carried carried) {
        carry.set(Optional.of(session.document().get()).filter(now -> carried.isIn(now.network()))
                .map(now -> Carry.of(now, carried)));
    }

    /** Moves it over a place, or off every place. */
    public void aim(Optional<Target> target) {
        carry.get().filter(now -> !now.aimed().map(Landing::target).equals(target))
                .ifPresent(now -> carry.set(Optional.of(now.over(target))));
    }

    /** Moves it to the next place in reading order, or with −1 to the one before. */
    public void step(int step) {
        carry.get().ifPresent(now -> carry.set(Optional.of(now.stepped(step, session.folds()::isSeen))));
    }

    /** Drops it where it is aimed. */
    public Dropped drop() {
        Carry now = carry.get().orElseThrow();
        Optional<Landing> at = now.aimed();
        if (at.isEmpty()) {
            return returned("Nothing takes an edge there: drop it on a merge, on a card, or on an edge between two layers.");
        }
        Optional<CarrySkip> fitting = now.asItIs(at.get());
        if (fitting.isPresent()) {
            session.edit(fitting.get());
            letGo();
            return Dropped.MADE;
        }
        Carry asking = now.asking(at.get());
        if (asking.mends().isEmpty()) {
            return returned("The edge went back, for that " + why(at.get()) + ".");
        }
        carry.set(Optional.of(asking));
        return Dropped.ASKED;
    }

    private static String why(Landing landing) {
        return landing.add() instanceof Answer.Cannot(String why) ? "cannot be: " + why
                : landing.concat() instanceof Answer.Cannot(String because) ? "cannot be: " + because : "does not fit";
    }

    private Dropped returned(String why) {
        letGo();
        session.tell(new Notice(Notice.Kind.INFO, why));
        return Dropped.RETURNED;
    }

    /** Takes one of the ways to make it fit. */
    public void mend(Carry.Mend chosen) {
        session.edit(chosen.edit());
        letGo();
    }

    /** Leaves all as it was. */
    public void letGo() {
        carry.set(Optional.empty());
    }

    /** What is in the hand. */
    public ReadOnlyObjectProperty<Optional<Carry>> carry() {
        return carry.getReadOnlyProperty();
    }
}
