package skipstitch.files.pictures;

/** Cells as under a microscope: round ones that touch and flatten each other, with a bright rim and a nucleus. */
final class Cells implements Drawing {
    /** x, y, radius of each. */
    private static final double[][] CELLS = {
        {52, 46, 44}, {120, 40, 36}, {88, 104, 40}, {28, 122, 32}, {196, 62, 46}, {160, 120, 34}, {224, 138, 36},
        {44, 200, 46}, {118, 176, 34}, {182, 196, 42}, {112, 238, 26}, {246, 214, 28}, {250, 16, 22}, {2, 70, 20},
        {238, 254, 18}};

    @Override
    public String name() {
        return "cells";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.fill(Paint.radial(Colour.rgb(0x12233A), Colour.rgb(0x060B16), 128, 128, 180)
                .grained(new Noise(41), 9, 0.2));
        for (int i = 0; i < CELLS.length; i++) {
            cell(canvas, i);
        }
    }

    private static void cell(Canvas canvas, int index) {
        double cx = CELLS[index][0];
        double cy = CELLS[index][1];
        double radius = CELLS[index][2];
        Noise own = new Noise(50 + index);
        Region body = territory(index).grown(-1.2);
        Colour plasma = Colour.rgb(0x12564F).mix(Colour.rgb(0x1F7A5C), own.pick(1));
        canvas.fade(body.grown(4), Colour.rgb(0x2FD6A0), 12, 0.35);
        canvas.fill(body, (x, y) -> {
            double depth = Math.clamp(-body.distance(x, y) / radius, 0.0, 1.0);
            double speckle = 0.3 * own.octaves(x / 8, y / 8, 2);
            return plasma.shade(-0.35 + 0.3 * depth).shade(speckle);
        });
        canvas.fade(body.without(body.grown(-4.5)), Colour.rgb(0xC8FFE6), 2, 1);

        double nx = cx + radius * 0.24 * (own.pick(2) - 0.5);
        double ny = cy + radius * 0.24 * (own.pick(3) - 0.5);
        Region nucleus = Region.ellipse(nx, ny, radius * (0.36 + 0.08 * own.pick(4)), radius * 0.34)
                .turned(180 * own.pick(5), nx, ny);
        canvas.fill(nucleus, Paint.radial(Colour.rgb(0xFFE3F2), Colour.rgb(0xD0489B), nx - 3, ny - 4, radius * 0.5)
                .grained(own, 4, 0.25));
        canvas.fill(Region.circle(nx + radius * 0.12, ny + radius * 0.06, radius * 0.09), Colour.rgb(0x6B1150));
    }

    /** A wobbly disc, cut off halfway to each neighbour that it would overlap. */
    private static Region territory(int index) {
        double cx = CELLS[index][0];
        double cy = CELLS[index][1];
        double radius = CELLS[index][2];
        Noise wobble = new Noise(70 + index);
        Region territory = (x, y) -> Region.length(x - cx, y - cy) - radius
                + radius * 0.1 * wobble.at(x / 22, y / 22);
        for (double[] other : CELLS) {
            double dx = other[0] - cx;
            double dy = other[1] - cy;
            double gap = Region.length(dx, dy);
            if (gap > 0 && gap < (radius + other[2]) * 1.15) {
                // Where two circles would cross, the common chord: power distances are equal.
                double cut = (gap * gap + radius * radius - other[2] * other[2]) / (2 * gap);
                territory = territory.and((x, y) -> ((x - cx) * dx + (y - cy) * dy) / gap - cut);
            }
        }
        return territory;
    }
}
