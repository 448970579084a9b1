package skipstitch.files.pictures;

import java.util.List;

/** A picture that is drawn by code, the same on every machine. */
interface Drawing {

    /** The file's name without its ending. */
    String name();

    /** Paints all of the canvas, in units from 0 to {@link Canvas#UNITS} in both directions, y downwards. */
    void paint(Canvas canvas);

    /** ARGB, row by row, of a square with this many pixels a side. */
    default int[] pixels(int side) {
        Canvas canvas = new Canvas(side);
        paint(canvas);
        return canvas.argb();
    }

    /** The input pictures, in the order in which they are offered. */
    static List<Drawing> inputPictures() {
        return List.of(new House(), new Digits(), new CheckerAndStripes(), new Street(), new Cells(), new SmoothNoise(),
                new Fruit(), new Face());
    }
}
