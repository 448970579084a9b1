package skipstitch.ui;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Session;
import skipstitch.ui.carry.RepairCard;
import skipstitch.ui.costs.CostSheet;
import skipstitch.ui.depth.DepthSheet;
import skipstitch.ui.drawing.Motion;
import skipstitch.ui.editing.EditActions;
import skipstitch.ui.editing.EditDrawer;
import skipstitch.ui.editing.SearchBar;
import skipstitch.ui.gradients.GradientBar;
import skipstitch.ui.gradients.GradientPane;
import skipstitch.ui.lanes.LanesView;
import skipstitch.ui.proofs.Brush;
import skipstitch.ui.proofs.WhatIfPane;
import skipstitch.ui.stepper.SidePane;
import skipstitch.ui.stepper.StepKeys;
import skipstitch.ui.stepper.StepView;
import skipstitch.ui.stepper.StepperBar;
import skipstitch.ui.survival.SurvivalSheet;
import skipstitch.ui.tensors.TensorsView;
import skipstitch.ui.training.RacePane;
import skipstitch.ui.viewer.TensorViewer;

/**
 * The window's content: top bar, lanes, tensors or a step, the drawer for editing, the stepper, status line. On a screen
 * with many pixels that the system does not scale, a 4K projector, all of it is drawn twice as large or more.
 */
public final class MainView extends Region {
    /** The lanes never take more of the middle than this; the tensors need the rest. */
    private static final double MOST_FOR_LANES = 0.6;
    /** Lanes of three networks or more are what one came for. */
    private static final double MOST_FOR_NETWORKS = 0.75;
    private static final double MOST_FOR_LANES_BESIDE_A_STEP = 0.36;
    /** From here on there is room for two panes beside a step. */
    private static final double WIDE = 1700;
    private static final double SEARCH_INSET = 10;
    /** A window that is n times as large as this is drawn n times as large, in whole steps, which keeps pixels whole. */
    private static final double LARGE_WIDTH = 1600;
    private static final double LARGE_HEIGHT = 900;
    private static final double BESIDE_CARD = 12;

    private final ReadOnlyObjectWrapper<Theme> theme;
    private final Motion motion = new Motion();
    private final TopBar bar;
    private final NoticeBar notice;
    private final LanesView lanes;
    private final TensorsView tensors;
    private final StepView step;
    private final SidePane side;
    private final WhatIfPane whatIf;
    private final CostSheet costs;
    private final GradientBar gradients;
    private final GradientPane gradientWords;
    private final DepthSheet depth;
    private final SurvivalSheet survival;
    private final TensorViewer viewer;
    private final RacePane race;
    private final EditActions actions;
    private final EditDrawer drawer;
    private final SearchBar search;
    private final StepperBar stepper;
    private final StatusLine status;
    private final RepairCard repairs;
    private final Scale enlarged = new Scale(1, 1, 0, 0);
    private final Region content;
    private boolean isIn;

    public MainView(Session session, Theme first) {
        theme = new ReadOnlyObjectWrapper<>(first);
        getStyleClass().add("main-view");
        lanes = new LanesView(session);
        Brush brush = new Brush(session);
        tensors = new TensorsView(session, brush);
        step = new StepView(session, motion, brush);
        side = new SidePane(session);
        whatIf = new WhatIfPane(session, brush);
        costs = new CostSheet(session, lanes::requestFocus);
        gradients = new GradientBar(session);
        gradientWords = new GradientPane(session);
        depth = new DepthSheet(session.sheets().depth(), lanes::requestFocus);
        survival = new SurvivalSheet(session, lanes::requestFocus);
        viewer = new TensorViewer(session, lanes::requestFocus);
        race = new RacePane(session, lanes::requestFocus);
        actions = new EditActions(session);
        drawer = new EditDrawer(session, actions, lanes::requestFocus);
        search = new SearchBar(session, actions, lanes::requestFocus);
        bar = new TopBar(session, actions, drawer, whatIf, theme, lanes::fit, this::switchTheme);
        notice = new NoticeBar(session);
        stepper = new StepperBar(session, motion);
        status = new StatusLine(session);
        repairs = new RepairCard(session.carrying());
        content = new Content();
        content.getTransforms().add(enlarged);
        getChildren().add(content);
        sceneProperty().subscribe(scene -> Optional.ofNullable(scene).ifPresent(Theme::dress));
        theme.subscribe(now -> {
            now.install();
            now.dress(this);
        });
        session.stepping().stepper().map(Stepper::depth).subscribe(this::look);
        notice.managedProperty().subscribe(_ -> content.requestLayout());
        notice.visibleProperty().subscribe(said -> {
            if (!said && notice.isFocusWithin()) {
                lanes.requestFocus();
            }
        });
        repairs.visibleProperty().subscribe(open -> {
            content.requestLayout();
            if (!open && isFocusWithin()) {
                lanes.requestFocus();
            }
        });
        whatIf.managedProperty().subscribe(_ -> arrangeBesides());
        widthProperty().subscribe(_ -> arrangeBesides());
        Stream.of(costs, survival, depth).map(Node::managedProperty)
                .forEach(each -> each.subscribe(_ -> content.requestLayout()));
        gradients.managedProperty().subscribe(_ -> arrangeBesides());
        drawer.managedProperty().subscribe(_ -> content.requestLayout());
        search.managedProperty().subscribe(_ -> content.requestLayout());
        new Keys(this, session, actions);
        new StepKeys(this, session, this::needsNoArrows);
        new LanesMenu(lanes, session, actions, drawer);
        drawer.passDragsTo(new LayerDrop(lanes, session));
        FileDrop.on(this, session);
    }

    /** Whether what has the focus leaves arrows to the stepper: the lanes, the tensors, a button that is only pushed. */
    private boolean needsNoArrows(Node focused) {
        return focused == null || focused == this || focused == lanes || focused.getClass() == Button.class
                && Stream.of(bar, notice, stepper).anyMatch(each -> isIn(focused, each));
    }

    private static boolean isIn(Node node, Node parent) {
        return node == parent || node.getParent() != null && isIn(node.getParent(), parent);
    }

    /** Closely looked at, a step takes the tensors' place. */
    private void look(Depth depth) {
        boolean closely = depth.compareTo(Depth.CHANNEL) >= 0;
        step.setVisible(closely);
        tensors.setVisible(!closely);
        isIn = depth != Depth.NETWORK;
        arrangeBesides();
    }

    /** In a narrow window there is room for one pane beside the tensors, and the one that was asked for has it. */
    private void arrangeBesides() {
        boolean wide = getWidth() >= WIDE;
        gradientWords.setVisible(gradients.isManaged() && (!whatIf.isManaged() || wide));
        side.setVisible(isIn && (!whatIf.isManaged() && !gradientWords.isVisible() || wide));
        content.requestLayout();
    }

    void switchTheme() {
        show(theme.get().other());
    }

    void show(Theme wanted) {
        theme.set(wanted);
    }

    ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    WhatIfPane whatIf() {
        return whatIf;
    }

    /** Whether what moves is shown moving. */
    Motion motion() {
        return motion;
    }

    LanesView lanes() {
        return lanes;
    }

    EditDrawer drawer() {
        return drawer;
    }

    SearchBar search() {
        return search;
    }

    @Override
    protected void layoutChildren() {
        double scale = Math.max(1, Math.floor(Math.min(getWidth() / LARGE_WIDTH, getHeight() / LARGE_HEIGHT)));
        enlarged.setX(scale);
        enlarged.setY(scale);
        content.resizeRelocate(0, 0, getWidth() / scale, getHeight() / scale);
        content.requestLayout();
    }

    /** The rows from top to bottom. */
    private final class Content extends Region {
        Content() {
            getChildren().addAll(tensors, step, side, whatIf, lanes, gradients, gradientWords, costs, survival, search,
                    drawer, notice, bar, stepper, depth, race, viewer, status, repairs);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double y = row(bar, 0, width);
            if (notice.isManaged()) {
                y = row(notice, y, width);
            }
            double statusHeight = Math.ceil(status.prefHeight(width));
            double stepperHeight = Math.ceil(stepper.prefHeight(width));
            double gradientHeight = gradients.isManaged() ? Math.ceil(gradients.prefHeight(width)) : 0;
            double bottom = getHeight() - statusHeight - stepperHeight;
            double middle = bottom - y;
            double left = drawer.isManaged() ? width - EditDrawer.WIDTH : width;
            boolean closely = isIn || whatIf.isManaged() || costs.isManaged() || survival.isManaged();
            double most = mostForLanes(middle, closely);
            double lanesHeight = Math.min(lanes.preferredHeight(left, most, !closely), middle - gradientHeight);
            lanes.resizeRelocate(0, y, left, lanesHeight);
            gradients.resizeRelocate(0, y + lanesHeight, left, gradientHeight);
            double under = y + lanesHeight + gradientHeight;
            double below = Math.max(0, middle - lanesHeight - gradientHeight);
            double whatIfWidth = whatIf.isManaged() ? WhatIfPane.WIDTH : 0;
            double sideWidth = side.isVisible() ? SidePane.WIDTH : 0;
            double wordsWidth = gradientWords.isVisible() ? GradientPane.WIDTH : 0;
            double beside = whatIfWidth + sideWidth + wordsWidth;
            tensors.resizeRelocate(0, under, left - beside, below);
            step.resizeRelocate(0, under, left - beside, below);
            gradientWords.resizeRelocate(left - beside, under, wordsWidth, below);
            side.resizeRelocate(left - whatIfWidth - sideWidth, under, sideWidth, below);
            whatIf.resizeRelocate(left - whatIfWidth, under, whatIfWidth, below);
            costs.resizeRelocate(0, under, left, below);
            survival.resizeRelocate(0, under, left, below);
            drawer.resizeRelocate(left, y, EditDrawer.WIDTH, middle);
            viewer.resizeRelocate(0, y, width, middle + stepperHeight);
            race.resizeRelocate(0, y, width, middle + stepperHeight);
            depth.resizeRelocate(0, y, width, middle + stepperHeight);
            double searchWidth = Math.ceil(search.prefWidth(-1));
            search.resizeRelocate(left - searchWidth - SEARCH_INSET, y + SEARCH_INSET, searchWidth,
                    Math.ceil(search.prefHeight(-1)));
            stepper.resizeRelocate(0, bottom, width, stepperHeight);
            status.resizeRelocate(0, getHeight() - statusHeight, width, statusHeight);
            if (repairs.isManaged()) {
                double cardWidth = Math.min(width - 2 * BESIDE_CARD, Math.ceil(repairs.prefWidth(-1)));
                double cardHeight = Math.ceil(repairs.prefHeight(cardWidth));
                double lowest = bottom - BESIDE_CARD - cardHeight;
                repairs.resizeRelocate(width - cardWidth - BESIDE_CARD,
                        Math.max(y, Math.min(y + lanesHeight + BESIDE_CARD, lowest)), cardWidth, cardHeight);
            }
        }

        /** A sheet of costs that is high enough leaves the rest to the lanes. */
        private double mostForLanes(double middle, boolean closely) {
            double beside = middle * MOST_FOR_LANES_BESIDE_A_STEP;
            return !closely ? middle * (lanes.networks() > 2 ? MOST_FOR_NETWORKS : MOST_FOR_LANES) : costs.isManaged()
                    ? Math.clamp(middle - CostSheet.ENOUGH, beside, middle * MOST_FOR_LANES) : beside;
        }

        private static double row(Region region, double y, double width) {
            double height = Math.ceil(region.prefHeight(width));
            region.resizeRelocate(0, y, width, height);
            return y + height;
        }
    }
}
