package skipstitch.ui.training;

import javafx.scene.image.Image;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Pixels;

/** Pictures and maps of classes, each pixel so many device pixels wide that all of them fill a square. */
final class Sight {
    /** Of a side. */
    static final int SIZE = 128;
    /** Ground first; not the branches' blue and orange. Told apart by brightness too. */
    private static final int[] CLASSES = {0xff2b303b, 0xff2f9e77, 0xffe8d44d, 0xffb5468c};

    private Sight() {}

    /** Of 1 or 3 channels, from 0 to 1. */
    static Image picture(Tensor tensor) {
        Shape shape = tensor.shape();
        int[] argb = new int[shape.area()];
        for (int k = 0; k < argb.length; k++) {
            argb[k] = Pixels.colour(tensor, k / shape.width(), k % shape.width());
        }
        return enlarged(argb, shape);
    }

    /** @param classes row by row */
    static Image classes(int[] classes, Shape shape) {
        int[] argb = new int[shape.area()];
        for (int k = 0; k < argb.length; k++) {
            argb[k] = CLASSES[classes[k] % CLASSES.length];
        }
        return enlarged(argb, shape);
    }

    /** The names of classes, each with its colour as the style sheets write it. */
    static String colour(int number) {
        return String.format("#%06x", CLASSES[number % CLASSES.length] & 0xffffff);
    }

    private static Image enlarged(int[] argb, Shape shape) {
        int times = Math.max(1, SIZE / Math.max(shape.height(), shape.width()));
        int width = times * shape.width();
        int[] large = new int[times * times * argb.length];
        for (int k = 0; k < large.length; k++) {
            large[k] = argb[k / width / times * shape.width() + k % width / times];
        }
        return Pixels.image(large, width, times * shape.height());
    }
}
