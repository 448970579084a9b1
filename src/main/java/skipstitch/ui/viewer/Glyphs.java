package skipstitch.ui.viewer;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Digits and signs as pixels, to write hundreds of numbers into an image: as many text nodes would keep each frame
 * waiting.
 */
final class Glyphs {
    private static final String KNOWN = "0123456789.−+e%≈Na∞";

    private final Map<Character, Glyph> glyphs;
    private final int height;

    /** How much of each pixel is ink, from 0 to 255, row by row. */
    private record Glyph(int width, int[] ink) {}

    private Glyphs(Map<Character, Glyph> glyphs, int height) {
        this.glyphs = glyphs;
        this.height = height;
    }

    /** @param pixels the size of the type; window's thread */
    static Glyphs of(double pixels) {
        Pane line = new Pane();
        Map<Character, Integer> places = new HashMap<>();
        Map<Character, Integer> widths = new HashMap<>();
        int x = 1;
        int height = 1;
        for (char each : KNOWN.toCharArray()) {
            Text text = new Text(Character.toString(each));
            text.setFont(Font.font("Inter", pixels));
            text.setTextOrigin(VPos.TOP);
            text.setX(x);
            int width = (int) Math.round(text.getLayoutBounds().getWidth());
            places.put(each, x);
            widths.put(each, width);
            height = Math.max(height, (int) Math.ceil(text.getLayoutBounds().getHeight()));
            line.getChildren().add(text);
            x += width + 2;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new Rectangle2D(0, 0, x, height));
        PixelReader picture = line.snapshot(parameters, null).getPixelReader();
        Map<Character, Glyph> glyphs = new HashMap<>();
        for (char each : KNOWN.toCharArray()) {
            int width = widths.get(each);
            int[] ink = new int[width * height];
            for (int i = 0; i < ink.length; i++) {
                ink[i] = picture.getArgb(places.get(each) + i % width, i / width) >>> 24;
            }
            glyphs.put(each, new Glyph(width, ink));
        }
        return new Glyphs(glyphs, height);
    }

    int height() {
        return height;
    }

    int width(String text) {
        return text.chars().map(each -> glyphs.get((char) each).width()).sum();
    }

    /** Writes into a picture what falls inside it, from the left and the top of the first character on. */
    void write(Raster raster, int left, int top, String text, int argb) {
        int x = left;
        for (char each : text.toCharArray()) {
            Glyph glyph = glyphs.get(each);
            for (int i = 0; i < glyph.ink().length; i++) {
                if (glyph.ink()[i] > 0) {
                    raster.blend(x + i % glyph.width(), top + i / glyph.width(), argb, glyph.ink()[i]);
                }
            }
            x += glyph.width();
        }
    }
}
