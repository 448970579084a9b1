package skipstitch.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import org.controlsfx.control.SegmentedButton;
import skipstitch.session.Session;
import skipstitch.session.Shown;
import skipstitch.ui.editing.EditActions;
import skipstitch.ui.editing.EditDrawer;
import skipstitch.ui.proofs.WhatIfPane;

/** Network, picture, merge switch; then how the window looks. */
final class TopBar extends HBox {
    /** Bars that are narrower go without words that one can do without: first what the switch is, then the app's name. */
    private static final double ROOMY = 1500;
    /** From here on there is room for words instead of a sign. */
    private static final double WIDE = 1700;
    private static final double NARROW = 1440;
    private static final double CRAMPED = 1240;
    /** In narrower ones buttons stand closer, without one that has a key. */
    private static final double TIGHT = 1440;

    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");
    private static final String HALF_LIGHT = "M 8 0 A 8 8 0 0 0 8 16 A 8 8 0 0 0 8 0 Z M 8 2 A 6 6 0 0 1 8 14 Z";

    private final Session session;

    TopBar(Session session, EditActions actions, EditDrawer drawer, WhatIfPane whatIf, ObservableValue<Theme> theme,
           Runnable fit, Runnable switchTheme) {
        this.session = session;
        getStyleClass().add("top-bar");
        Label name = new Label("Skipstitch");
        name.getStyleClass().add("app-name");
        PictureButton picture = new PictureButton(session, theme);
        Label merge = new Label("Merge");
        merge.getStyleClass().add("bar-label");
        Button fitButton = button("fit", "Fit", "Show the lanes as large as they fit (Ctrl+0)", fit);
        getChildren().addAll(name, new NetworkMenu(session, drawer::renameNetwork), new CardButton(session, theme), picture,
                new HistoryButtons(session, actions, theme), spacer(), merge, mergeSwitch(),
                costs(session.sheets().billing().openProperty()), gradients(session.sheets().gradients().openProperty()),
                depth(session.sheets().depth().openProperty()), training(session.sheets().racing().openProperty()),
                spacer(),
                fitButton,
                themeButton(theme, switchTheme),
                toggle("what-if", "What if", "The knob, and what can be done to a branch (K)", whatIf.openProperty()),
                toggle("edit", "Edit", "Add layers and change what is selected (E)", drawer.openProperty()));
        hideBelow(name, NARROW);
        hideBelow(merge, ROOMY);
        hideBelow(fitButton, TIGHT);
        widthProperty().map(width -> width.doubleValue() < TIGHT)
                .subscribe(tight -> pseudoClassStateChanged(CLOSE, tight));
        widthProperty().map(width -> width.doubleValue() < CRAMPED).subscribe(picture::shorten);
    }

    private void hideBelow(Node part, double least) {
        widthProperty().map(width -> width.doubleValue() >= least).subscribe(wide -> {
            part.setVisible(wide);
            part.setManaged(wide);
        });
    }

    private static ToggleButton toggle(String id, String title, String tooltip, BooleanProperty open) {
        ToggleButton button = new ToggleButton(title);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        button.selectedProperty().bindBidirectional(open);
        return button;
    }

    private SegmentedButton mergeSwitch() {
        Map<Shown, ToggleButton> buttons = new EnumMap<>(Shown.class);
        SegmentedButton segments = new SegmentedButton();
        segments.getStyleClass().add("merge-switch");
        for (Shown shown : Shown.values()) {
            ToggleButton button = new ToggleButton(shown == Shown.ADD ? "+ Add" : shown.title());
            button.setId("show-" + shown.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(words(shown)));
            if (shown == Shown.CONCAT) {
                button.setGraphic(bars());
            }
            // Arrow keys select another segment without an action; a click on the selected one must not deselect it.
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    session.show(shown);
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            buttons.put(shown, button);
        }
        Runnable offer = () -> offer(segments, buttons);
        session.neighbours().all().subscribe(_ -> offer.run());
        widthProperty().subscribe(_ -> offer.run());
        session.shown().subscribe(shown -> {
            offer.run();
            buttons.get(shown).setSelected(true);
        });
        return segments;
    }

    /** As drawn is offered where there is room, and where it is needed: beside other networks, which are shown so. */
    private void offer(SegmentedButton segments, Map<Shown, ToggleButton> buttons) {
        boolean drawn = getWidth() >= ROOMY || !session.neighbours().all().get().isEmpty()
                || session.shown().get() == Shown.AS_DRAWN;
        List<ToggleButton> wanted = buttons.entrySet().stream().filter(each -> drawn || each.getKey() != Shown.AS_DRAWN)
                .map(Map.Entry::getValue).toList();
        buttons.get(Shown.BOTH).setText(drawn && getWidth() < ROOMY ? "Both" : Shown.BOTH.title());
        if (!segments.getButtons().equals(wanted)) {
            segments.getButtons().setAll(wanted);
        }
    }

    private static String words(Shown shown) {
        return switch (shown) {
            case AS_DRAWN -> "Every merge as it is drawn (I)";
            case ADD -> "Add the skip to the main branch (A)";
            case CONCAT -> "Concatenate the skip and the main branch (C)";
            case BOTH -> "Both lanes, one above the other (V)";
            case NO_SKIP -> "Take the skip away (N)";
        };
    }

    private static ToggleButton costs(BooleanProperty open) {
        ToggleButton button = toggle("compare-costs", "Σ",
                "What each costs, side by side: as drawn, add, concat, no skip (D)", open);
        button.setAccessibleText("Costs of the variants, side by side");
        button.getStyleClass().add("sign");
        return button;
    }

    private static ToggleButton gradients(BooleanProperty open) {
        ToggleButton button = toggle("gradients", "∇", "Gradients, flowing back along the edges (G)", open);
        button.setAccessibleText("Gradients on the edges");
        button.getStyleClass().add("sign");
        return button;
    }

    private ToggleButton depth(BooleanProperty open) {
        ToggleButton button = toggle("depth-open", "",
                "Depth: chains of 2 to 50 blocks, and what becomes of the gradient (H)", open);
        button.setAccessibleText("Depth: chains of many blocks");
        button.getStyleClass().add("sign");
        widthProperty().map(width -> width.doubleValue() >= WIDE ? "Depth" : "λⁿ").subscribe(button::setText);
        return button;
    }

    private static ToggleButton training(BooleanProperty open) {
        return toggle("train", "Train", "Train the network with add, with concat and without skips, side by side (P)", open);
    }

    private static Node bars() {
        Rectangle upper = new Rectangle(0, 0, 12, 4);
        Rectangle lower = new Rectangle(0, 6, 12, 4);
        Group bars = new Group(upper, lower);
        upper.getStyleClass().add("switch-bar");
        lower.getStyleClass().addAll("switch-bar", "hollow");
        return bars;
    }

    private static Button themeButton(ObservableValue<Theme> theme, Runnable switchTheme) {
        Button button = button("theme", "", "", switchTheme);
        SVGPath icon = new SVGPath();
        icon.setContent(HALF_LIGHT);
        icon.getStyleClass().add("step-icon");
        button.setGraphic(icon);
        theme.subscribe(now -> {
            String words = "Switch to the " + (now == Theme.DARK ? "light" : "dark") + " theme (Ctrl+Shift+D)";
            button.getTooltip().setText(words);
            button.setAccessibleText(words);
        });
        return button;
    }

    private static Button button(String id, String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
