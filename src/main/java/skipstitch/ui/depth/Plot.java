package skipstitch.ui.depth;

import java.util.List;

/**
 * What one chart shows.
 *
 * @param title  which chain
 * @param figure what comes out, in a few words
 * @param kind   how values are drawn
 * @param values from left to right; what is not finite has no mark
 * @param axis   what stands how high
 * @param left   below the first value
 * @param right  below the last value
 */
record Plot(String title, String figure, Kind kind, List<Double> values, Axis axis, String left, String right) {

    enum Kind { CURVE, POINTS, BARS }

    Plot {
        values = List.copyOf(values);
    }
}
