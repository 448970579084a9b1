package skipstitch.ui.lanes;

import java.util.Optional;
import skipstitch.network.layout.Box;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Carry;
import skipstitch.session.Session;
import skipstitch.ui.carry.CarryLayer;

/** Shows the edge in the hand, in the lane in which it was lifted; by keys that is the first. */
final class InHand {
    private static final double ABOVE_TARGET = 40;

    private final LanesView lanes;
    private final Session session;
    private final CarryLayer layer;
    private int lane;

    InHand(LanesView lanes, Session session, CarryLayer layer) {
        this.lanes = lanes;
        this.session = session;
        this.layer = layer;
    }

    /** Says in which lane an edge is carried. */
    void in(int which) {
        lane = which;
    }

    /** @param byMouse whether the hand is where the pointer is */
    void show(Optional<Carry> now, boolean byMouse) {
        lanes.lanes().forEach(view -> view.lift(now.map(Carry::carried).flatMap(Carried::lifted)));
        if (now.isEmpty()) {
            layer.release(session.document().get());
        } else if (now.get().mends().isEmpty()) {
            ground().ifPresent(ground -> {
                layer.show(now.get(), ground);
                if (!byMouse) {
                    now.get().aimed().map(Landing::target).ifPresent(target -> over(target, ground));
                }
            });
        }
    }

    /** By keys, the edge hangs over the place that it is aimed at, in view. */
    private void over(Target target, LaneGround ground) {
        ground.at(target).ifPresent(at -> {
            double margin = Box.Kind.CARD.width() * ground.zoom();
            if (at.getX() < margin || at.getX() > lanes.getWidth() - margin) {
                lanes.pan(lanes.getWidth() / 2 - at.getX(), 0);
            }
            arrange(false);
        });
    }

    /** Puts everything where it stands in view now. */
    void arrange(boolean byMouse) {
        layer.arrange();
        Optional<Carry> now = session.carrying().carry().get().filter(carry -> carry.mends().isEmpty() && !byMouse);
        ground().ifPresent(ground -> now.flatMap(Carry::aimed).flatMap(landing -> ground.at(landing.target()))
                .map(at -> at.subtract(0, ABOVE_TARGET * ground.zoom())).ifPresent(layer::handAt));
    }

    private Optional<LaneGround> ground() {
        return lanes.grounds().of(Math.min(lane, lanes.lanes().size() - 1));
    }
}
