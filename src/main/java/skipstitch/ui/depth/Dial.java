package skipstitch.ui.depth;

import skipstitch.explain.depth.DepthSettings;
import skipstitch.explain.depth.DepthWords;

/** The dials under "More". */
enum Dial {
    SHORTCUT("λ on the shortcut", "Each shortcut is multiplied by λ. At 1 it is the identity, at 0 there is none.") {
        @Override
        String setting(DepthSettings settings) {
            return "λ = " + DepthWords.number(settings.shortcut());
        }
    },
    RELU("Last ReLU", "Before the merge: in the branch, so that nothing stands on the direct path. After it: as in "
            + "ResNet (2015); a ReLU before or after a concat is the same.") {
        @Override
        String setting(DepthSettings settings) {
            return settings.reluAfterMerge() ? "after" : "before";
        }
    },
    NORM("Norm", "A batch norm after each layer of a block, by the statistics of the eight pictures that go in.") {
        @Override
        String setting(DepthSettings settings) {
            return settings.norm() ? "on" : "off";
        }
    },
    KERNELS("Initialisation", "He: variance 2 / fan-in. A common framework default: uniform, variance 1 / (3 · fan-in)"
            + ", a sixth of it.") {
        @Override
        String setting(DepthSettings settings) {
            return settings.kernels().title();
        }
    },
    KIND("Layers", "Two 3×3 convs a block on 12×12, or two dense layers on a vector.") {
        @Override
        String setting(DepthSettings settings) {
            return settings.kind().title();
        }
    },
    SEED("Seed", "One seed is one draw of all kernels. How much is chance? Try others.") {
        @Override
        String setting(DepthSettings settings) {
            return Long.toString(settings.seed());
        }
    };

    private final String title;
    private final String words;

    Dial(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /** What it is, and if it does not stand as usual, where. */
    String title(DepthSettings settings) {
        return setting(settings).equals(setting(DepthSettings.usual())) ? title : title + ": " + setting(settings);
    }

    /** What it does. */
    String words() {
        return words;
    }

    abstract String setting(DepthSettings settings);
}
