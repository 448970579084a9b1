package skipstitch.files.pictures;

/** Four handwritten digits, light on dark and dark on light: strokes that turn through all directions. */
final class Digits implements Drawing {
    private static final double PEN = 17;

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public void paint(Canvas canvas) {
        Colour ink = Colour.rgb(0x10182B);
        Colour paper = Colour.rgb(0xF4EFE2);
        canvas.fill(paper.shade(-0.06));
        canvas.fill(Region.box(0, 0, 128, 128), ink);
        canvas.fill(Region.box(128, 128, 256, 256), Colour.rgb(0x1D4E89));
        canvas.fill(Region.box(128, 0, 256, 128),
                Paint.gradient(Colour.rgb(0xF2C14E), 128, 0, Colour.rgb(0xF9DF9B), 256, 128));
        canvas.fill(two().turned(4, 64, 64), paper);
        canvas.fill(five().turned(-5, 64, 64).moved(128, 0), Colour.rgb(0x6B1D1D));
        canvas.fill(eight().turned(8, 64, 64).moved(0, 128), ink);
        canvas.fill(three().turned(3, 64, 64).moved(128, 128), paper);
    }

    private static Region two() {
        return Region.arc(PEN, 64, 46, 25, 22, -170, 25)
                .or(Region.line(PEN, 87, 55, 40, 104))
                .or(Region.line(PEN, 40, 104, 92, 102));
    }

    private static Region five() {
        return Region.line(PEN, 88, 24, 47, 26)
                .or(Region.line(PEN, 47, 26, 43, 60))
                .or(Region.arc(PEN, 60, 79, 29, 26, -118, 135));
    }

    private static Region eight() {
        return Region.arc(PEN, 64, 43, 19, 19, 0, 360).or(Region.arc(PEN, 64, 85, 25, 22, 0, 360));
    }

    private static Region three() {
        return Region.arc(PEN, 60, 43, 23, 20, -150, 90).or(Region.arc(PEN, 60, 85, 27, 22, -90, 150));
    }
}
