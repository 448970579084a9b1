package skipstitch.files.pictures;

/** A street in perspective: sky, houses, trees, lane marks that run together, and two cars. */
final class Street implements Drawing {

    @Override
    public String name() {
        return "street";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.fill(Paint.vertical(Colour.rgb(0x6FA8DC), 0, Colour.rgb(0xF3E9D8), 130));
        canvas.fade(Region.ellipse(120, 30, 34, 9).or(Region.ellipse(142, 38, 30, 8)), Colour.WHITE, 8, 0.9);
        houses(canvas);
        ground(canvas);
        tree(canvas, 84, 136, 0.62);
        tree(canvas, 232, 150, 1.25);
        car(canvas, 82, 190, 1.4, Colour.rgb(0xFFC20E));
        car(canvas, 160, 154, 0.72, Colour.rgb(0xD21F2B));
    }

    private static void houses(Canvas canvas) {
        block(canvas, Region.polygon(-8, 0, 40, 26, 40, 150, -8, 170), Colour.rgb(0x7B4B3A), 14);
        block(canvas, Region.box(40, 56, 76, 146), Colour.rgb(0xD8B98A), 12);
        block(canvas, Region.box(76, 88, 100, 140), Colour.rgb(0x59616B), 8);
        block(canvas, Region.box(168, 78, 200, 142), Colour.rgb(0x8C3B32), 10);
        block(canvas, Region.polygon(200, 44, 264, 10, 264, 176, 200, 150), Colour.rgb(0x9AA7B3), 16);
    }

    private static void block(Canvas canvas, Region front, Colour wall, double pitch) {
        canvas.fill(front, wall);
        Region panes = (x, y) -> Math.max(Math.abs(x % pitch - pitch / 2) - pitch * 0.26,
                Math.abs(y % (pitch * 1.3) - pitch * 0.65) - pitch * 0.36);
        canvas.fill(panes.and(front.grown(-pitch * 0.3)).and(Region.box(-9, -9, 265, 124)), wall.shade(-0.68));
    }

    private static void ground(Canvas canvas) {
        canvas.fill(Region.box(-8, 136, 264, 264),
                Paint.vertical(Colour.rgb(0xB7AFA3), 136, Colour.rgb(0x8D857A), 256));
        Region road = Region.polygon(124, 134, 144, 134, 252, 264, -4, 264);
        canvas.fill(road.grown(4), Colour.rgb(0xE7E2D8));
        canvas.fill(road, Paint.vertical(Colour.rgb(0x5E6066), 134, Colour.rgb(0x26282D), 256)
                .grained(new Noise(21), 3, 0.12));
        double far = 138;
        while (far < 256) {
            double near = far + (far - 124) * 0.32;
            canvas.fill(Region.polygon(middle(far) - half(far), far, middle(far) + half(far), far,
                    middle(near) + half(near), near, middle(near) - half(near), near), Colour.rgb(0xFFE9A8));
            far = near + (near - 124) * 0.26;
        }
    }

    private static double middle(double y) {
        return 134 - (y - 134) * 0.08;
    }

    private static double half(double y) {
        return 0.4 + (y - 134) * 0.04;
    }

    private static void tree(Canvas canvas, double x, double foot, double size) {
        canvas.fill(Region.box(x - 3 * size, foot - 40 * size, x + 3 * size, foot), Colour.rgb(0x3B2A1E));
        Noise leaves = new Noise(31);
        Region crown = Region.ellipse(x, foot - 52 * size, 21 * size, 27 * size);
        Region rough = (px, py) -> crown.distance(px, py) + 3 * size * leaves.at(px / (6 * size), py / (6 * size));
        canvas.fill(rough, Paint.gradient(Colour.rgb(0x79A83C), x - 15 * size, foot - 75 * size,
                Colour.rgb(0x1B3A17), x + 15 * size, foot - 30 * size).grained(new Noise(33), 5 * size, 0.35));
    }

    /** Seen from behind, its wheels on {@code foot}. */
    private static void car(Canvas canvas, double x, double foot, double s, Colour paint) {
        canvas.fade(Region.ellipse(x, foot + s, 34 * s, 6 * s), Colour.BLACK, 6 * s, 0.75);
        Colour tyre = Colour.rgb(0x0D0D10);
        canvas.fill(Region.box(x - 27 * s, foot - 13 * s, x - 16 * s, foot + 2 * s, 2 * s)
                .or(Region.box(x + 16 * s, foot - 13 * s, x + 27 * s, foot + 2 * s, 2 * s)), tyre);
        canvas.fill(Region.polygon(x - 19 * s, foot - 44 * s, x + 19 * s, foot - 44 * s, x + 28 * s, foot - 26 * s,
                x - 28 * s, foot - 26 * s), paint.shade(-0.12));
        canvas.fill(Region.polygon(x - 16 * s, foot - 41 * s, x + 16 * s, foot - 41 * s, x + 22 * s, foot - 28 * s,
                x - 22 * s, foot - 28 * s), Paint.gradient(Colour.rgb(0x9CC3DA), x - 15 * s, foot - 42 * s,
                Colour.rgb(0x101A26), x + 10 * s, foot - 26 * s));
        canvas.fill(Region.box(x - 31 * s, foot - 28 * s, x + 31 * s, foot - 6 * s, 5 * s),
                Paint.vertical(paint.shade(0.15), foot - 28 * s, paint.shade(-0.45), foot - 6 * s));
        Colour lamp = Colour.rgb(0xE3122A);
        canvas.fill(Region.box(x - 29 * s, foot - 23 * s, x - 20 * s, foot - 16 * s, s)
                .or(Region.box(x + 20 * s, foot - 23 * s, x + 29 * s, foot - 16 * s, s)), lamp);
        canvas.fill(Region.box(x - 11 * s, foot - 17 * s, x + 11 * s, foot - 10 * s), Colour.WHITE);
    }
}
