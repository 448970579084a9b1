package skipstitch.ui.lanes;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import skipstitch.network.NodeId;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Carrying;
import skipstitch.session.Folds;
import skipstitch.session.Session;
import skipstitch.ui.carry.CarryLayer;

/**
 * An end of an edge is carried through the lane in which it was lifted; near the border the view moves along, and
 * where the hand waits over a folded card, this opens.
 */
final class CarryGesture implements Gesture {
    private static final double BORDER = 48;
    /** Screen units a frame, at the very border. */
    private static final double FASTEST = 14;
    private static final long OPENS_AFTER = 700_000_000;

    private final LanesView lanes;
    private final Carrying carrying;
    private final Folds folds;
    private final CarryLayer layer;
    private final int lane;
    private final AnimationTimer scrolling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scroll();
            dwell(now);
        }
    };
    private Point2D hand;
    private Optional<NodeId> over = Optional.empty();
    private long since;

    CarryGesture(LanesView lanes, Session session, CarryLayer layer, int lane, Carried carried, MouseEvent pressed) {
        this.lanes = lanes;
        this.carrying = session.carrying();
        this.folds = session.folds();
        this.layer = layer;
        this.lane = lane;
        hand = new Point2D(pressed.getX(), pressed.getY());
        lanes.carryIn(lane);
        carrying.lift(carried);
        scrolling.start();
    }

    @Override
    public void drag(MouseEvent event) {
        hand = new Point2D(event.getX(), event.getY());
        aim();
    }

    private void aim() {
        layer.handAt(hand);
        carrying.carry().get().ifPresent(carry -> {
            List<Target> targets = carry.landings().all().stream().map(Landing::target).toList();
            carrying.aim(lanes.grounds().of(lane).filter(_ -> lanes.contains(hand)).flatMap(ground ->
                    new Grabs(ground).target(ground.toWorld(hand.getX(), hand.getY()), targets)));
        });
    }

    private void scroll() {
        double left = BORDER - hand.getX();
        double right = hand.getX() - (lanes.getWidth() - BORDER);
        double speed = left > 0 ? share(left) : right > 0 ? -share(right) : 0;
        if (speed != 0 && carrying.carry().get().isPresent() && lanes.canPan(speed)) {
            lanes.pan(speed, 0);
            layer.arrange();
            aim();
        }
    }

    /** A folded card under which one waits opens, so that one can go on to what is inside. */
    private void dwell(long now) {
        Optional<NodeId> under = lanes.grounds().nodeAt(hand).filter(id -> folds.around(id).isPresent());
        if (!under.equals(over)) {
            over = under;
            since = now;
        } else if (under.isPresent() && now - since > OPENS_AFTER && carrying.carry().get().isPresent()) {
            over = Optional.empty();
            folds.turn(under.get());
        }
    }

    private static double share(double depth) {
        return FASTEST * Math.min(1, depth / BORDER);
    }

    @Override
    public void drop(MouseEvent event) {
        scrolling.stop();
        drag(event);
        if (carrying.carry().get().isPresent()) {
            carrying.drop();
        }
    }

    @Override
    public void cancel() {
        scrolling.stop();
        carrying.letGo();
    }
}
