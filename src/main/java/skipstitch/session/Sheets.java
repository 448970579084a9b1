package skipstitch.session;

/**
 * What is looked into in sheets of their own.
 *
 * @param depth    chains of many blocks
 * @param survival what survived of the picture
 * @param racing   networks being trained
 */
public record Sheets(Deepening depth, Rebuilding survival, Racing racing) {

    /** Two of them take the whole middle of the window: one that is opened closes the other. */
    static Sheets of(Deepening depth, Rebuilding survival, Racing racing) {
        depth.openProperty().subscribe(open -> {
            if (open) {
                racing.close();
            }
        });
        racing.openProperty().subscribe(open -> {
            if (open) {
                depth.close();
            }
        });
        return new Sheets(depth, survival, racing);
    }

    /** Nobody looks into one any more; whether somebody did. */
    public boolean close() {
        return depth.close() || racing.close() || survival.close();
    }
}
