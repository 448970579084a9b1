package skipstitch.ui.editing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import skipstitch.document.LayerKind;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;

/** What can be done to what is selected; what cannot be done to it is not there. */
final class ActionButtons extends FlowPane {
    private final EditActions actions;
    private final Button adopt;
    private final Button merge;
    private final Button order;
    private final MenuButton replace = new MenuButton("Replace by");
    private final Button duplicate;
    private final Button delete;
    private List<Inlet> inlets = List.of();

    ActionButtons(EditActions actions) {
        this.actions = actions;
        getStyleClass().add("action-buttons");
        setMinHeight(USE_PREF_SIZE);
        adopt = button("adopt", "Adopt", "Make the lane's projection a layer of the network", actions::adopt);
        merge = button("switch-merge", "", "Change the merge itself, its edges stay (M)", actions::switchMerge);
        order = button("turn-order", "Turn order", "Change what stands first (O)", actions::turnOrder);
        duplicate = button("duplicate", "Duplicate", "A copy beside it (Ctrl+D)", actions::duplicate);
        delete = button("delete", "Delete", "Take it away and close the gap (Del)", actions::delete);
        replace.setId("replace");
        replace.setTooltip(new Tooltip("Put another layer here, with the same edges"));
        replace.setOnShowing(_ -> offer());
        // A menu that was never filled would not open.
        replace.getItems().add(new MenuItem());
        getChildren().addAll(adopt, merge, order, replace, duplicate, delete);
    }

    private static Button button(String id, String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /**
     * @param node     the one that is selected; empty if none or several are
     * @param count    how many are
     * @param adopting whether a lane's own projection is
     * @param edge     whether an edge is
     */
    void show(Optional<Node> node, int count, boolean adopting, boolean edge) {
        inlets = node.map(Node::inlets).orElse(List.of());
        Optional<Layer> other = node.map(Node::layer).flatMap(EditActions::other);
        other.ifPresent(layer -> merge.setText("Make it " + layer.title().toLowerCase(Locale.ROOT)));
        there(adopt, adopting);
        there(merge, other.isPresent());
        there(order, node.filter(at -> at.layer() instanceof Layer.Concat).isPresent());
        there(replace, node.isPresent());
        there(duplicate, count > 0 && !edge);
        there(delete, count > 0);
    }

    private static void there(ButtonBase button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private void offer() {
        replace.getItems().clear();
        for (LayerKind kind : LayerKind.values()) {
            if (EditActions.takes(kind, inlets)) {
                MenuItem item = new MenuItem(kind.title());
                item.setOnAction(_ -> actions.replace(kind));
                replace.getItems().add(item);
            }
        }
    }
}
