package skipstitch.training.scores;

/** How often which class was taken for which. */
public final class Confusion {
    private final int classes;
    private final long[] counts;

    public Confusion(int classes) {
        this.classes = classes;
        this.counts = new long[classes * classes];
    }

    /**
     * Counts more of them.
     *
     * @param truth what they are, each below the number of classes
     * @param found what they were taken for
     */
    public void add(int[] truth, int[] found) {
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i] * classes + found[i]]++;
        }
    }

    /** The share that is right; 1 if nothing was counted. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int one = 0; one < classes; one++) {
            right += counts[one * classes + one];
            all += sum(one, true);
        }
        return all == 0 ? 1 : (double) right / all;
    }

    /** Over the classes that are there or were found; 1 if there are none. */
    public double meanIou() {
        double sum = 0;
        int seen = 0;
        for (int one = 0; one < classes; one++) {
            long both = counts[one * classes + one];
            long either = sum(one, true) + sum(one, false) - both;
            if (either > 0) {
                sum += (double) both / either;
                seen++;
            }
        }
        return seen == 0 ? 1 : sum / seen;
    }

    private long sum(int one, boolean isTruth) {
        long sum = 0;
        for (int other = 0; other < classes; other++) {
            sum += isTruth ? counts[one * classes + other] : counts[other * classes + one];
        }
        return sum;
    }
}
