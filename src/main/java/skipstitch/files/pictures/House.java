package skipstitch.files.pictures;

/** A house under a sun: large flat parts, roof edges in two directions, a fence and tiles for texture. */
final class House implements Drawing {
    private static final Colour WALL = Colour.rgb(0xE9DCC0);
    private static final Colour ROOF = Colour.rgb(0xA33B2C);
    private static final Colour WOOD = Colour.rgb(0x5A3520);
    private static final Colour GLASS = Colour.rgb(0x21384D);

    @Override
    public String name() {
        return "house";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.fill(Paint.vertical(Colour.rgb(0x2B5C9E), 0, Colour.rgb(0xA9CFEA), 190));
        canvas.fade(Region.circle(58, 56, 44), Colour.rgb(0xFFF0B0), 40, 0.5);
        canvas.fill(Region.circle(58, 56, 30), Colour.rgb(0xFFF3C4));
        hillsAndLawn(canvas);
        tree(canvas);
        house(canvas);
        fence(canvas);
    }

    private static void hillsAndLawn(Canvas canvas) {
        canvas.fill(Region.ellipse(50, 226, 150, 62), Colour.rgb(0x6C9A6E));
        Paint lawn = Paint.vertical(Colour.rgb(0x6FA045), 200, Colour.rgb(0x2F5E26), 256)
                .grained(new Noise(3), 5, 0.25);
        canvas.fill(Region.box(-8, 204, 264, 264), lawn);
        Paint path = Paint.vertical(Colour.rgb(0xC9B48C), 205, Colour.rgb(0xE6D6B4), 256)
                .grained(new Noise(5), 4, 0.15);
        canvas.fill(Region.polygon(146, 205, 174, 205, 200, 264, 124, 264), path);
    }

    private static void tree(Canvas canvas) {
        canvas.fill(Region.box(25, 150, 37, 212), Colour.rgb(0x4A2F1D));
        Noise leaves = new Noise(11);
        Region crown = Region.circle(31, 138, 24).or(Region.circle(16, 154, 17)).or(Region.circle(48, 155, 16));
        Region rough = (x, y) -> crown.distance(x, y) + 3 * leaves.at(x / 7, y / 7);
        canvas.fill(rough, Paint.gradient(Colour.rgb(0x5C9440), 10, 115, Colour.rgb(0x16391B), 50, 170)
                .grained(new Noise(13), 6, 0.35));
    }

    private static void house(Canvas canvas) {
        canvas.fill(Region.box(196, 70, 214, 120), Colour.rgb(0x7C4234));
        canvas.fill(Region.box(193, 66, 217, 74), Colour.rgb(0x532A22));
        Paint boards = (x, y) -> WALL.shade(y % 10 < 1.6 ? -0.22 : 0).shade(-0.28 * (x - 90) / 140);
        canvas.fill(Region.box(88, 134, 232, 214), boards);
        canvas.fade(Region.box(88, 130, 232, 150), Colour.BLACK, 12, 0.3);
        Paint tiles = (x, y) -> {
            double row = Math.floor(y / 9);
            boolean seam = y % 9 < 1.8 || (x + row % 2 * 7 + 200) % 14 < 1.6;
            return ROOF.shade(seam ? -0.45 : 0.12 * (140 - y) / 70);
        };
        canvas.fill(Region.polygon(76, 142, 118, 78, 204, 78, 246, 142), tiles);
        canvas.fill(Region.line(5, 76, 142, 246, 142), Colour.rgb(0x4C1D17));
        door(canvas);
        window(canvas, 102, 158);
        window(canvas, 190, 158);
    }

    private static void door(Canvas canvas) {
        canvas.fill(Region.box(143, 154, 177, 214), Colour.WHITE);
        canvas.fill(Region.box(147, 158, 173, 214), Paint.gradient(WOOD, 147, 0, WOOD.shade(-0.4), 173, 0));
        canvas.fill(Region.circle(168, 188, 2.4), Colour.rgb(0xFFD76A));
    }

    private static void window(Canvas canvas, double left, double top) {
        canvas.fill(Region.box(left - 4, top - 4, left + 32, top + 34), Colour.WHITE);
        canvas.fill(Region.box(left, top, left + 28, top + 30),
                Paint.gradient(GLASS.shade(0.25), left, top, GLASS.shade(-0.3), left + 28, top + 30));
        canvas.fill(Region.box(left + 12.5, top, left + 15.5, top + 30), Colour.WHITE);
        canvas.fill(Region.box(left, top + 13.5, left + 28, top + 16.5), Colour.WHITE);
    }

    private static void fence(Canvas canvas) {
        Region rails = Region.box(-8, 214, 84, 218).or(Region.box(-8, 229, 84, 233));
        Region posts = (_, _) -> Canvas.UNITS;
        for (int x = 4; x < 84; x += 14) {
            posts = posts.or(Region.polygon(x, 210, x + 4, 204, x + 8, 210, x + 8, 240, x, 240));
        }
        canvas.fade(rails.or(posts).moved(3, 3), Colour.BLACK, 3, 0.4);
        canvas.fill(rails, Colour.rgb(0xD8D8D2));
        canvas.fill(posts, Colour.rgb(0xF6F5EF));
    }
}
