package skipstitch.ui.carry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.util.Duration;
import skipstitch.document.Document;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Carry;

/** The edge in the hand, the answers of all places, and a ghost of the merge that would be made. */
public final class CarryLayer extends Pane {
    private static final Duration RETURN = Duration.millis(220);
    private static final double RISE = 90;
    private static final double FLAT = 20;
    private static final double HIGHEST = 6;
    private static final double GHOST_RADIUS = 20;
    private static final double BELOW_AXIS = 8;
    private static final double BELOW_RING = 28;
    private static final double BETWEEN = 3;
    /** An aimed badge is at −1, so that it covers its neighbours. */
    private static final double ABOVE_BADGES = -2;
    /** A badge whose middle is this far outside is not seen. */
    private static final double BESIDE = 120;

    private final Path line = new Path();
    private final Circle ball = new Circle(8);
    private final Circle ghost = new Circle(GHOST_RADIUS);
    private final Text question = new Text("?");
    /** Of the places that have been in view: most of a large network's never are. */
    private final Map<Target, AnswerBadge> badges = new HashMap<>();
    private final ObjectProperty<Point2D> hand = new SimpleObjectProperty<>(Point2D.ZERO);
    private Optional<Carry> shown = Optional.empty();
    private Optional<Ground> ground = Optional.empty();
    private Optional<Timeline> returning = Optional.empty();

    public CarryLayer() {
        setMouseTransparent(true);
        setPickOnBounds(false);
        line.getStyleClass().add("carried-line");
        ball.getStyleClass().add("carried-ball");
        ghost.getStyleClass().add("ghost-merge");
        question.getStyleClass().add("ghost-sign");
        List.of(line, ghost, question, ball).forEach(node -> node.setViewOrder(ABOVE_BADGES));
        hand.subscribe(this::draw);
        setVisible(false);
    }

    /** Shows what is in the hand, over a lane. */
    public void show(Carry carry, Ground lane) {
        boolean fresh = shown.filter(before -> before.landings() == carry.landings()).isEmpty();
        shown = Optional.of(carry);
        ground = Optional.of(lane);
        stopReturning();
        setVisible(true);
        if (fresh) {
            badges.clear();
            getChildren().setAll(line, ghost, question, ball);
            lane.lifted(carry.carried()).ifPresent(hand::set);
            boolean skip = carry.isSkip();
            style(line, skip);
            style(ball, skip);
        }
        arrange();
    }

    private static void style(Node node, boolean skip) {
        node.getStyleClass().remove("main");
        if (!skip) {
            node.getStyleClass().add("main");
        }
    }

    /** The hand is here. */
    public void handAt(Point2D point) {
        hand.set(point);
    }

    /** Puts everything where its place stands now. */
    public void arrange() {
        if (shown.isPresent() && ground.isPresent()) {
            Optional<Landing> aimed = shown.get().aimed();
            List<Seen> seen = inView(shown.get(), ground.get());
            Set<Target> targets = seen.stream().map(each -> each.landing().target()).collect(Collectors.toSet());
            badges.forEach((target, badge) -> badge.setVisible(targets.contains(target)));
            List<AnswerBadge> changed = new ArrayList<>(seen.stream().map(Seen::landing)
                    .filter(each -> !badges.containsKey(each.target())).map(this::badge).toList());
            getChildren().addAll(changed);
            seen.stream().filter(each -> badges.get(each.landing().target())
                            .aim(aimed.filter(at -> at == each.landing()).isPresent()))
                    .forEach(each -> changed.add(badges.get(each.landing().target())));
            // Styles all that wait for it, and would style again what does not.
            changed.stream().findFirst().ifPresent(Node::applyCss);
            List<Badges.Spot> spots = new ArrayList<>();
            for (Seen each : seen) {
                AnswerBadge badge = badges.get(each.landing().target());
                badge.autosize();
                if (badge.isAimed()) {
                    // In full it may cover its neighbours: it is the one that is read.
                    badge.relocate(Math.rint(Math.clamp(each.at().getX() - badge.getWidth() / 2, 2,
                            Math.max(2, ground.get().width() - badge.getWidth()))),
                            Math.rint(each.at().getY() + BELOW_RING * ground.get().zoom()));
                } else {
                    double below = each.landing().target() instanceof Target.OnEdge ? BELOW_AXIS : BELOW_RING;
                    spots.add(new Badges.Spot(badge, each.at().getX(), each.at().getY() + below * ground.get().zoom()));
                }
            }
            Badges.place(spots, BETWEEN);
            draw();
        }
    }

    private record Seen(Landing landing, Point2D at) {}

    /** The places whose badges are seen, or nearly; building a badge takes a hundred times as long as asking. */
    private static List<Seen> inView(Carry carry, Ground ground) {
        List<Seen> seen = new ArrayList<>();
        for (Landing landing : carry.landings().all()) {
            ground.at(landing.target()).filter(at -> at.getX() > -BESIDE && at.getX() < ground.width() + BESIDE)
                    .ifPresent(at -> seen.add(new Seen(landing, at)));
        }
        return seen;
    }

    private AnswerBadge badge(Landing landing) {
        AnswerBadge badge = new AnswerBadge(landing, shown.orElseThrow().isSkip());
        badges.put(landing.target(), badge);
        return badge;
    }

    private void draw() {
        if (shown.isEmpty() || ground.isEmpty()) {
            return;
        }
        Carried carried = shown.get().carried();
        Point2D end = hand.get();
        Point2D start = ground.get().fixed(carried).orElse(end);
        ball.setCenterX(end.getX());
        ball.setCenterY(end.getY());
        double upper = Math.min(start.getY(), end.getY());
        // A cubic comes three quarters of the way to its control points: it stays in view.
        double top = Math.max(upper - (shown.get().isSkip() ? RISE : FLAT), (HIGHEST - upper / 4) * 4 / 3);
        line.getElements().setAll(new MoveTo(start.getX(), start.getY()),
                new CubicCurveTo(start.getX(), top, end.getX(), top, end.getX(), end.getY()));
        Optional<Point2D> over = shown.get().aimed().filter(landing -> landing.target() instanceof Target.OnEdge)
                .flatMap(landing -> ground.get().at(landing.target()));
        ghost.setVisible(over.isPresent());
        question.setVisible(over.isPresent());
        over.ifPresent(at -> {
            ghost.setCenterX(at.getX());
            ghost.setCenterY(at.getY());
            question.setX(at.getX() - question.getLayoutBounds().getWidth() / 2);
            question.setY(at.getY() + question.getLayoutBounds().getHeight() / 3);
        });
    }

    /** Where the hand is. */
    public Point2D hand() {
        return hand.get();
    }

    /**
     * Takes everything away: at once if what was carried has landed, else the edge springs back first.
     *
     * @param now what is open
     */
    public void release(Document now) {
        if (shown.filter(carry -> carry.document().network() == now.network()).isPresent()) {
            goBack();
        } else {
            stopReturning();
            end();
        }
    }

    private void goBack() {
        stopReturning();
        Optional<Point2D> home = shown.flatMap(carry -> ground.flatMap(lane -> lane.lifted(carry.carried())));
        badges.values().forEach(badge -> badge.setVisible(false));
        ghost.setVisible(false);
        question.setVisible(false);
        if (home.isEmpty() || Platform.getPreferences().isReducedMotion()) {
            end();
            return;
        }
        Timeline motion = new Timeline(new KeyFrame(RETURN, new KeyValue(hand, home.get(), Interpolator.EASE_OUT)));
        motion.setOnFinished(_ -> end());
        returning = Optional.of(motion);
        motion.play();
    }

    private void stopReturning() {
        returning.ifPresent(Timeline::stop);
        returning = Optional.empty();
    }

    private void end() {
        shown = Optional.empty();
        ground = Optional.empty();
        badges.clear();
        getChildren().clear();
        setVisible(false);
    }
}
