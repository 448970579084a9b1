package skipstitch.ui.viewer;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import skipstitch.explain.Closeup;
import skipstitch.tensor.ChannelOrder;
import skipstitch.tensor.ColourScale;
import skipstitch.ui.drawing.Pixels;

/** The part of a sheet that is seen, in one image whose pixels are kept from frame to frame. */
final class SheetImage {
    private final ImageView view;
    private Optional<PixelBuffer<IntBuffer>> pixels = Optional.empty();
    private Optional<ColourScale> scale = Optional.empty();
    private Optional<ColourScale.Lookup> colours = Optional.empty();

    SheetImage(ImageView view) {
        this.view = view;
    }

    /** Whether it was painted at the size of what is seen now. */
    boolean fits(SheetSight sight) {
        return pixels.filter(now -> now.getWidth() == sight.width() && now.getHeight() == sight.height()).isPresent();
    }

    /**
     * @param device device pixels to a unit
     * @param ink    of what is written below the maps
     */
    void paint(SheetPainter painter, Closeup closeup, SheetSight sight, List<Integer> channels, ChannelOrder order,
               Color ink, double device) {
        if (scale.filter(closeup.scale()::equals).isEmpty()) {
            scale = Optional.of(closeup.scale());
            colours = Optional.of(closeup.scale().lookup());
        }
        if (!fits(sight)) {
            IntBuffer fresh = IntBuffer.allocate(sight.width() * sight.height());
            pixels = Optional.of(new PixelBuffer<>(sight.width(), sight.height(), fresh,
                    PixelFormat.getIntArgbPreInstance()));
            Pixels.show(view, new WritableImage(pixels.get()), device);
        }
        Raster raster = new Raster(pixels.orElseThrow().getBuffer().array(), sight.width(), sight.height());
        Arrays.fill(raster.argb(), 0);
        painter.paint(raster, closeup, colours.orElseThrow(), sight, channels, order, ink, device);
        pixels.get().updateBuffer(_ -> null);
    }
}
