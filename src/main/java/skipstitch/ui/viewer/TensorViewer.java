package skipstitch.ui.viewer;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import skipstitch.explain.Closeup;
import skipstitch.session.Session;
import skipstitch.session.Viewing;

/** One tensor over the middle of the window: all channels on the left, the selected one large on the right. */
public final class TensorViewer extends Region {
    private static final double MARGIN = 12;
    /** Of the width, for the channels. */
    private static final double SHEET = 0.48;
    private static final double SCALE = 34;

    private final Gaze gaze = new Gaze();
    private final GlyphSizes glyphs = new GlyphSizes();
    private final SheetView sheet = new SheetView(gaze, glyphs);
    private final ChannelView channel = new ChannelView(gaze, glyphs);
    private final ScaleLine scale = new ScaleLine(gaze);
    private final ViewerBar bar;
    private final Runnable leave;
    private Optional<Node> focusedBefore = Optional.empty();

    /** @param leave puts the keyboard's focus back where it belongs if what had it is gone */
    public TensorViewer(Session session, Runnable leave) {
        this.leave = leave;
        Viewing viewing = session.viewing();
        setId("viewer");
        getStyleClass().add("viewer");
        setVisible(false);
        Outlets outlets = new Outlets(gaze, viewing.exporting());
        bar = new ViewerBar(gaze, sheet, outlets, viewing::close);
        getChildren().addAll(sheet, bar, channel, scale);
        new ViewerKeys(this, sheet, gaze, outlets, viewing::close);
        viewing.closeup().subscribe(this::show);
    }

    private void show(Optional<Closeup> now) {
        now.ifPresentOrElse(gaze::show, gaze::forget);
        if (now.isPresent() && !isVisible()) {
            focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
            setVisible(true);
            sheet.requestFocus();
            sheet.fit();
        } else if (now.isEmpty() && isVisible()) {
            boolean had = isFocusWithin();
            setVisible(false);
            if (had) {
                focusedBefore.filter(before -> before.getScene() == getScene() && before.isFocusTraversable())
                        .ifPresentOrElse(Node::requestFocus, leave);
            }
            focusedBefore = Optional.empty();
        }
    }

    @Override
    protected void layoutChildren() {
        double top = Math.ceil(bar.prefHeight(getWidth()));
        bar.resizeRelocate(0, 0, getWidth(), top);
        double left = Math.floor((getWidth() - 3 * MARGIN) * SHEET);
        sheet.resizeRelocate(MARGIN, top, left, getHeight() - top - SCALE);
        scale.resizeRelocate(MARGIN, getHeight() - SCALE, left, SCALE);
        channel.resizeRelocate(2 * MARGIN + left, top, getWidth() - 3 * MARGIN - left, getHeight() - top);
    }
}
