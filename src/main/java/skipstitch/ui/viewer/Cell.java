package skipstitch.ui.viewer;

import skipstitch.network.Shape;

/** One value's place in a tensor. */
record Cell(int channel, int row, int column) {

    boolean isIn(Shape shape) {
        return channel < shape.channels() && row < shape.height() && column < shape.width();
    }

    /** So many rows and columns on in the same channel, as far as the map goes. */
    Cell moved(int rows, int columns, Shape shape) {
        return new Cell(channel, Math.clamp(row + rows, 0, shape.height() - 1),
                Math.clamp(column + columns, 0, shape.width() - 1));
    }

    Cell in(int other) {
        return new Cell(other, row, column);
    }
}
