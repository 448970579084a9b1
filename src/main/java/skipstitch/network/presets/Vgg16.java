package skipstitch.network.presets;

/** The convolutions of VGG-16 (Simonyan and Zisserman 2015, configuration D), the trunk of SegNet and FCN. */
final class Vgg16 {
    private static final int[][] FILTERS =
            {{64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}};

    private Vgg16() {}

    static int levels() {
        return FILTERS.length;
    }

    /** Filters of each 3×3 convolution before a level's pool; the topmost level is 0. */
    static int[] filters(int level) {
        return FILTERS[level].clone();
    }
}
