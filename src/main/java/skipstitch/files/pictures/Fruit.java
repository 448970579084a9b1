package skipstitch.files.pictures;

/** Fruit on a table: round shaded bodies, whose three colour channels differ more than their brightness. */
final class Fruit implements Drawing {

    @Override
    public String name() {
        return "fruit";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.fill(Paint.radial(Colour.rgb(0x4D6A80), Colour.rgb(0x0F1822), 50, 40, 210));
        Paint cloth = (x, y) -> {
            boolean stripe = (x + (y - 170) * 0.9 + 400) % 36 < 14;
            return Colour.rgb(stripe ? 0x2B5FA8 : 0xF1EDE2).shade(-0.35 * (y - 166) / 90);
        };
        canvas.fill(Region.box(-8, 166, 264, 264), cloth);
        shadow(canvas, 140, 222, 112, 16);
        banana(canvas);
        pear(canvas);
        orange(canvas);
        apple(canvas);
        grapes(canvas);
    }

    private static void shadow(Canvas canvas, double x, double y, double rx, double ry) {
        canvas.fade(Region.ellipse(x, y, rx, ry), Colour.rgb(0x0B1220), 22, 0.7);
    }

    private static void banana(Canvas canvas) {
        Region outer = Region.circle(150, 34, 104);
        Region inner = Region.circle(160, 10, 104);
        Region body = outer.without(inner).and(Region.box(70, 60, 256, 256));
        canvas.fill(body, Paint.radial(Colour.rgb(0xB98A12), Colour.rgb(0xFFE25A), 150, 34, 104)
                .grained(new Noise(81), 14, 0.12));
        canvas.fill(Region.line(9, 71, 64, 76, 76).or(Region.line(8, 249, 66, 246, 76)), Colour.rgb(0x3E2A12));
    }

    private static void pear(Canvas canvas) {
        Region body = Region.circle(60, 176, 42).or(Region.circle(64, 122, 24))
                .or(Region.polygon(22, 160, 42, 116, 86, 116, 99, 160));
        canvas.fill(Region.line(5, 65, 104, 72, 78), Colour.rgb(0x3E2A17));
        canvas.fill(body, Paint.radial(Colour.rgb(0xE6F08A), Colour.rgb(0x3E6B1C), 46, 148, 72)
                .grained(new Noise(83), 5, 0.14));
        canvas.fade(Region.ellipse(46, 160, 8, 15), Colour.WHITE, 10, 0.6);
    }

    private static void orange(Canvas canvas) {
        canvas.fill(Region.circle(206, 176, 44), Paint.radial(Colour.rgb(0xFFD27A), Colour.rgb(0xC4590C), 192, 158, 66)
                .grained(new Noise(85), 4, 0.16));
        canvas.fade(Region.circle(190, 156, 9), Colour.WHITE, 10, 0.7);
    }

    private static void apple(Canvas canvas) {
        Region body = Region.circle(122, 178, 38).or(Region.circle(150, 178, 38));
        canvas.fade(body.grown(2), Colour.BLACK, 8, 0.5);
        canvas.fill(body, Paint.radial(Colour.rgb(0xFF5A4A), Colour.rgb(0x6B0712), 118, 160, 74));
        canvas.fade(Region.ellipse(136, 146, 15, 6), Colour.rgb(0x3C0509), 8, 0.8);
        canvas.fill(Region.line(5, 136, 148, 142, 120), Colour.rgb(0x3A2412));
        canvas.fill(Region.ellipse(160, 122, 19, 8).turned(-24, 160, 122),
                Paint.gradient(Colour.rgb(0x8CC63F), 145, 0, Colour.rgb(0x2C6B1E), 176, 0));
        canvas.fade(Region.ellipse(108, 162, 8, 13), Colour.WHITE, 8, 0.85);
    }

    private static void grapes(Canvas canvas) {
        double[] centres = {78, 212, 96, 208, 114, 213, 86, 226, 104, 226, 95, 240, 68, 226};
        for (int i = 0; i < centres.length; i += 2) {
            double x = centres[i];
            double y = centres[i + 1];
            canvas.fill(Region.circle(x, y, 11),
                    Paint.radial(Colour.rgb(0x9A7BD0), Colour.rgb(0x1E0F3A), x - 3, y - 4, 15));
            canvas.fade(Region.circle(x - 3, y - 4, 2.6), Colour.WHITE, 3, 0.9);
        }
    }
}
