package skipstitch.ui.drawing;

import skipstitch.explain.Branch;

/** The colours of the branches as pixels; {@code skipstitch.css} has the same for what is not pixels. */
public final class Palette {
    /** The skip. */
    public static final int SKIP_ARGB = 0xff1f6feb;
    /** The main branch of the selected merge. */
    public static final int MAIN_ARGB = 0xffe07b00;
    /** No branch, or mixed. */
    public static final int NONE_ARGB = 0xff98a2b0;

    private Palette() {}

    /** Of the upper half of a channel's frame. */
    public static int upper(Branch branch) {
        return switch (branch) {
            case SKIP, BOTH -> SKIP_ARGB;
            case MAIN -> MAIN_ARGB;
            case NONE -> NONE_ARGB;
        };
    }

    /** Of the lower half of a channel's frame: another colour than the upper only for a sum. */
    public static int lower(Branch branch) {
        return branch == Branch.BOTH ? MAIN_ARGB : upper(branch);
    }
}
