package skipstitch.session;

/**
 * What is looked into in sheets of their own.
 *
 * @param billing   what the network costs in its variants
 * @param gradients the way back through the lanes
 * @param depth     chains of many blocks
 * @param survival  what survived of the picture
 * @param racing    networks being trained
 */
public record Sheets(Billing billing, Gradients gradients, Deepening depth, Rebuilding survival, Racing racing) {

    static Sheets of(Session session, Runner runner, Running running) {
        Sheets sheets = new Sheets(new Billing(session, runner), new Gradients(session, runner, running),
                new Deepening(session, runner, running), new Rebuilding(session, runner, running),
                new Racing(session, runner, running));
        running.lookInstead(sheets.gradients()::of);
        exclude(sheets.billing(), sheets.survival());
        exclude(sheets.depth(), sheets.racing());
        return sheets;
    }

    /** They stand in one place: opening one closes the other. */
    private static void exclude(Sheet one, Sheet other) {
        one.openProperty().subscribe(open -> {
            if (open) {
                other.close();
            }
        });
        other.openProperty().subscribe(open -> {
            if (open) {
                one.close();
            }
        });
    }

    /** Nobody looks into one any more; whether somebody did. */
    public boolean close() {
        return depth.close() || racing.close() || survival.close();
    }
}
