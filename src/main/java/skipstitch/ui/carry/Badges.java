package skipstitch.ui.carry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts badges below their places, none on another. */
final class Badges {
    private Badges() {}

    /**
     * A badge and where it would stand.
     *
     * @param x of its middle
     * @param y of its top
     */
    record Spot(AnswerBadge badge, double x, double y) {
        double left() {
            return x - badge.getWidth() / 2;
        }

        double right() {
            return x + badge.getWidth() / 2;
        }
    }

    /** From left to right; one that would cover another goes below it. */
    static void place(List<Spot> spots, double between) {
        List<Spot> placed = new ArrayList<>();
        for (Spot spot : spots.stream().sorted(Comparator.comparingDouble(Spot::x)).toList()) {
            Spot free = spot;
            for (boolean moved = true; moved; ) {
                moved = false;
                for (Spot other : placed) {
                    if (overlap(free, other, between)) {
                        free = new Spot(spot.badge(), spot.x(), other.y() + other.badge().getHeight() + between);
                        moved = true;
                    }
                }
            }
            placed.add(free);
            spot.badge().relocate(Math.rint(free.left()), Math.rint(free.y()));
        }
    }

    private static boolean overlap(Spot a, Spot b, double between) {
        return a.left() < b.right() + between && b.left() < a.right() + between
                && a.y() < b.y() + b.badge().getHeight() + between && b.y() < a.y() + a.badge().getHeight() + between;
    }
}
