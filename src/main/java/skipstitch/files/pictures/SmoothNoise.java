package skipstitch.files.pictures;

/** A field of noise from coarse to fine, without any object: what a network makes of no content at all. */
final class SmoothNoise implements Drawing {

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public void paint(Canvas canvas) {
        Noise common = new Noise(101);
        Noise tint = new Noise(202);
        Colour low = Colour.rgb(0x0A1230);
        Colour middle = Colour.rgb(0xA2466B);
        Colour high = Colour.rgb(0xFFF1C1);
        canvas.fill((x, y) -> {
            double level = 0.5 + 0.7 * common.octaves(x / 60, y / 60, 3);
            double share = Math.clamp(level + 0.12 * tint.at(x / 48, y / 48), 0.0, 1.0);
            return share < 0.5 ? low.mix(middle, 2 * share) : middle.mix(high, 2 * share - 1);
        });
    }
}
