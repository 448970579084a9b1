package skipstitch.ui.viewer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import skipstitch.explain.Closeup;
import skipstitch.explain.Inspector;
import skipstitch.tensor.ChannelOrder;
import skipstitch.ui.drawing.Buttons;
import skipstitch.ui.viewer.Gaze.Filter;

/** Which tensor is open, and what can be done with it. */
final class ViewerBar extends HBox {
    private final Gaze gaze;
    private final Label title = new Label();
    private final Label shape = new Label();
    private final Label lane = new Label();
    private final MenuButton sort = new MenuButton();
    private final Button direction = new Button();
    private final SegmentedButton filter = new SegmentedButton();

    ViewerBar(Gaze gaze, SheetView sheet, Outlets outlets, Runnable close) {
        this.gaze = gaze;
        getStyleClass().add("viewer-bar");
        title.setId("viewer-title");
        title.getStyleClass().add("panel-title");
        shape.setId("viewer-shape");
        shape.getStyleClass().add("panel-shape");
        lane.setId("viewer-lane");
        lane.getStyleClass().add("panel-lane");
        title.setMinWidth(40);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        sorts();
        filters();
        direction.setId("sort-direction");
        direction.setOnAction(_ -> gaze.order().set(gaze.order().get().turned()));
        getChildren().addAll(title, shape, lane, spacer, filter, sort, direction,
                Buttons.named("zoom-out", "−", "Smaller maps (−, or Ctrl and the wheel)", () -> sheet.zoom(-1)),
                Buttons.named("zoom-in", "+", "Larger maps, and the numbers in them (+, or Ctrl and the wheel)",
                        () -> sheet.zoom(1)),
                Buttons.named("zoom-fit", "Fit", "Maps of the size that shows most of them (0)", sheet::fit),
                outlets.copyMenu(), outlets.saveMenu(),
                Buttons.named("close-viewer", "Close", "Back to the window (Esc)", close));
        getChildren().stream().filter(each -> each != title && each != spacer).map(Region.class::cast)
                .forEach(each -> each.setMinWidth(USE_PREF_SIZE));
        gaze.closeup().subscribe(now -> now.ifPresent(this::name));
    }

    private void name(Closeup now) {
        title.setText(now.title());
        shape.setText(now.tensor().shape().toString());
        lane.setText(now.node() + " in the " + Inspector.laneTitle(now.lane()));
        filter.setVisible(gaze.hasBranches());
        filter.setManaged(gaze.hasBranches());
    }

    private void sorts() {
        sort.setId("sort");
        sort.setTooltip(new Tooltip("In which order the channels stand"));
        ToggleGroup group = new ToggleGroup();
        Map<ChannelOrder.By, RadioMenuItem> items = new EnumMap<>(ChannelOrder.By.class);
        for (ChannelOrder.By by : ChannelOrder.By.values()) {
            RadioMenuItem item = new RadioMenuItem("By " + by.word());
            item.setId("sort-" + by.word());
            item.setToggleGroup(group);
            // The largest first is what one looks for, but by index.
            item.setOnAction(_ -> gaze.order().set(new ChannelOrder(by, by != ChannelOrder.By.INDEX)));
            items.put(by, item);
            sort.getItems().add(item);
        }
        gaze.order().subscribe(now -> {
            items.get(now.by()).setSelected(true);
            sort.setText("By " + now.by().word());
            direction.setText(now.descending() ? "↓" : "↑");
            String words = now.descending() ? "The largest first" : "The smallest first";
            direction.setTooltip(new Tooltip(words + "; turn the order round"));
            direction.setAccessibleText(words);
        });
    }

    private void filters() {
        filter.getStyleClass().add("merge-switch");
        Map<Filter, ToggleButton> buttons = new EnumMap<>(Filter.class);
        for (Filter each : Filter.values()) {
            String word = each.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(switch (each) {
                case ALL -> "All";
                case SKIP -> "Skip";
                case MAIN -> "Main";
            });
            button.setId("filter-" + word);
            button.setTooltip(new Tooltip(switch (each) {
                case ALL -> "All channels";
                case SKIP -> "Only the channels of the skip";
                case MAIN -> "Only the channels of the main branch";
            }));
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    gaze.filter().set(each);
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            buttons.put(each, button);
            filter.getButtons().add(button);
        }
        gaze.filter().subscribe(now -> buttons.get(now).setSelected(true));
    }
}
