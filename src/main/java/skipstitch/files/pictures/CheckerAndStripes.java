package skipstitch.files.pictures;

/** Four patterns around a ball: squares, upright stripes, slanted stripes and rings, each at another contrast. */
final class CheckerAndStripes implements Drawing {

    @Override
    public String name() {
        return "checker-and-stripes";
    }

    @Override
    public void paint(Canvas canvas) {
        Colour dark = Colour.rgb(0x11151C);
        Colour light = Colour.rgb(0xFAFAF5);
        Region checker = (x, y) -> {
            double across = wave(x, 64);
            double down = wave(y, 64);
            return Math.signum(across * down) * -Math.min(Math.abs(across), Math.abs(down));
        };
        canvas.fill(light);
        canvas.fill(Region.box(0, 0, 128, 128).and(checker), dark);

        canvas.fill(Region.box(128, 0, 256, 128), Colour.rgb(0xE8EEF7));
        Region upright = (x, _) -> wave(x + 16, 32);
        canvas.fill(Region.box(128, 0, 256, 128).and(upright),
                Paint.vertical(Colour.rgb(0x0B2545), 0, Colour.rgb(0x9DB4D6), 128));

        canvas.fill(Region.box(0, 128, 128, 256), Colour.rgb(0xF6C453));
        Region slanted = (x, y) -> wave(x + y + 11, 45.25) / Math.sqrt(2);
        canvas.fill(Region.box(0, 128, 128, 256).and(slanted), Colour.rgb(0x7A1F1F));

        canvas.fill(Region.box(128, 128, 256, 256), Colour.rgb(0x5F6B73));
        Region rings = (x, y) -> wave(Region.length(x - 192, y - 192) + 6, 26);
        canvas.fill(Region.box(128, 128, 256, 256).and(Region.circle(192, 192, 54)).and(rings), Colour.rgb(0xDDE7E5));

        canvas.fill(Region.circle(128, 128, 38), light);
        canvas.fill(Region.circle(128, 128, 33),
                Paint.radial(Colour.rgb(0xFFFFFF), Colour.rgb(0x14532D), 116, 114, 46));
    }

    /** Negative over one half of each period, positive over the other; the slope is 1 at the edges. */
    private static double wave(double position, double period) {
        double turn = position / period - Math.floor(position / period);
        return period * (0.25 - Math.abs(turn < 0.5 ? turn - 0.25 : turn - 0.75)) * (turn < 0.5 ? 1 : -1);
    }
}
