package skipstitch.files.pictures;

/** A face in broad strokes: soft shading, and small parts that matter more than their size. */
final class Face implements Drawing {
    private static final Colour SKIN = Colour.rgb(0xD99A6C);
    private static final Colour HAIR = Colour.rgb(0x24160F);

    @Override
    public String name() {
        return "face";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.fill(Paint.gradient(Colour.rgb(0xBFE3DA), 0, 0, Colour.rgb(0x2F7F86), 256, 256));
        Noise strands = new Noise(91);
        Paint shine = Paint.gradient(HAIR.shade(0.3), 60, 20, HAIR, 190, 150);
        Paint hair = (x, y) -> shine.at(x, y).shade(0.12 * strands.at(x / 3.5, y / 26));
        canvas.fill(Region.ellipse(128, 112, 84, 96).or(Region.box(44, 112, 212, 206, 30)), hair);
        shoulders(canvas);
        Region head = Region.ellipse(128, 122, 60, 76);
        canvas.fill(head, Paint.gradient(SKIN.shade(0.5), 80, 80, SKIN.shade(-0.25), 200, 175));
        canvas.fill(head.grown(4).and(Region.ellipse(150, 30, 88, 54)), hair);
        for (int side = -1; side <= 1; side += 2) {
            eye(canvas, 128 + side * 26);
            canvas.fade(Region.ellipse(128 + side * 34, 148, 15, 10), Colour.rgb(0xE0574A), 14, 0.35);
        }
        canvas.fill(Region.line(4.5, 130, 118, 138, 146, 124, 150), SKIN.shade(-0.5));
        canvas.fill(Region.arc(8, 128, 160, 25, 14, 15, 165), Colour.rgb(0x8E1F2B));
        canvas.fill(Region.arc(3, 128, 159, 20, 9, 25, 155), Colour.WHITE);
    }

    private static void shoulders(Canvas canvas) {
        canvas.fill(Region.box(106, 176, 150, 226, 8), Paint.vertical(SKIN.shade(-0.45), 190, SKIN, 226));
        Paint jumper = (x, y) -> Colour.rgb((y + Math.abs(x - 128) * 0.3) % 18 < 9 ? 0xF4F1E8 : 0xB3261E);
        canvas.fill(Region.ellipse(128, 264, 112, 54).without(Region.ellipse(128, 206, 30, 20)), jumper);
    }

    private static void eye(Canvas canvas, double x) {
        canvas.fill(Region.ellipse(x, 116, 15, 9), Colour.WHITE);
        canvas.fill(Region.circle(x + 1, 116, 7.6), Colour.rgb(0x2A4B2E));
        canvas.fill(Region.circle(x + 1, 116, 4), Colour.BLACK);
        canvas.fill(Region.circle(x - 2, 113, 2), Colour.WHITE);
        canvas.fill(Region.arc(4, x, 117, 16, 11, 190, 350), HAIR);
        canvas.fill(Region.arc(6.5, x, 106, 19, 13, 205, 335), HAIR);
    }
}
