package skipstitch.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import skipstitch.session.Session;
import skipstitch.ui.lanes.LanesView;
import skipstitch.ui.tensors.TensorsView;

/** The window's content: top bar, lanes, tensors, status line. */
public final class MainView extends Region {
    /** The lanes never take more of the middle than this; the tensors need the rest. */
    private static final double MOST_FOR_LANES = 0.6;

    private final ReadOnlyObjectWrapper<Theme> theme;
    private final TopBar bar;
    private final NoticeBar notice;
    private final LanesView lanes;
    private final TensorsView tensors;
    private final StatusLine status;

    public MainView(Session session, Theme first) {
        theme = new ReadOnlyObjectWrapper<>(first);
        getStyleClass().add("main-view");
        lanes = new LanesView(session);
        tensors = new TensorsView(session);
        bar = new TopBar(session, theme, lanes::fit, this::switchTheme);
        notice = new NoticeBar(session);
        status = new StatusLine(session);
        getChildren().addAll(tensors, lanes, notice, bar, status);
        theme.subscribe(now -> {
            now.install();
            now.dress(this);
        });
        notice.managedProperty().subscribe(_ -> requestLayout());
        new Keys(this, session);
        PictureDrop.on(this, session);
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

    LanesView lanes() {
        return lanes;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double y = 0;
        y = row(bar, y, width);
        if (notice.isManaged()) {
            y = row(notice, y, width);
        }
        double statusHeight = Math.ceil(status.prefHeight(width));
        double middle = getHeight() - y - statusHeight;
        double lanesHeight = Math.min(lanes.preferredHeight(width, middle * MOST_FOR_LANES), middle);
        lanes.resizeRelocate(0, y, width, lanesHeight);
        tensors.resizeRelocate(0, y + lanesHeight, width, middle - lanesHeight);
        status.resizeRelocate(0, getHeight() - statusHeight, width, statusHeight);
    }

    private static double row(Region region, double y, double width) {
        double height = Math.ceil(region.prefHeight(width));
        region.resizeRelocate(0, y, width, height);
        return y + height;
    }
}
