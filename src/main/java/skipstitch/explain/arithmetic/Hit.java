package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Along one axis, a step of a sliding window one of whose taps falls on a given place.
 *
 * @param step which step of the window
 * @param tap  which of its taps
 */
record Hit(int step, int tap) {

    /**
     * All for which {@code place = step·stride + tap·dilation}, by step.
     *
     * @param place counted from where the first step begins
     * @param steps how many there are
     */
    static List<Hit> all(int place, int taps, int dilation, int stride, int steps) {
        List<Hit> hits = new ArrayList<>();
        for (int tap = taps - 1; tap >= 0; tap--) {
            int start = place - tap * dilation;
            if (start >= 0 && start % stride == 0 && start / stride < steps) {
                hits.add(new Hit(start / stride, tap));
            }
        }
        return hits;
    }
}
