package skipstitch.files.pictures;

import java.util.Locale;

/** The application's icon: the skip's blue arc over the main branch's orange line, joined at a ring. */
final class Icon implements Drawing {
    private static final String TILE = "#F7F9FC";
    private static final String SKIP = "#1A6EE8";
    private static final String MAIN = "#F08008";
    private static final String MERGE = "#18202C";

    private static final double LEFT = 48;
    private static final double RIGHT = 186;
    private static final double LINE = 176;
    private static final double RISE = 116;
    private static final double PEN = 28;
    private static final double RING = 32;
    private static final double RING_PEN = 18;

    @Override
    public String name() {
        return "icon";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.fill(Region.box(0, 0, 256, 256, 56), colour(TILE));
        canvas.fill(Region.line(PEN, LEFT, LINE, RIGHT, LINE), colour(MAIN));
        double middle = (LEFT + RIGHT) / 2;
        canvas.fill(Region.arc(PEN, middle, LINE, (RIGHT - LEFT) / 2, RISE, 180, 360), colour(SKIP));
        canvas.fill(Region.circle(LEFT, LINE, PEN * 0.8), colour(MERGE));
        canvas.fill(Region.circle(RIGHT, LINE, RING + RING_PEN / 2), colour(MERGE));
        canvas.fill(Region.circle(RIGHT, LINE, RING - RING_PEN / 2), colour(TILE));
    }

    /** The same as a vector drawing. */
    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
                  <rect width="256" height="256" rx="56" fill="%s"/>
                  <g fill="none" stroke-width="%s" stroke-linecap="round">
                    <path stroke="%s" d="M%s %sH%s"/>
                    <path stroke="%s" d="M%s %sA%s %s 0 0 1 %s %s"/>
                  </g>
                  <circle cx="%s" cy="%s" r="%s" fill="%s"/>
                  <circle cx="%s" cy="%s" r="%s" fill="%s" stroke="%s" stroke-width="%s"/>
                </svg>
                """.formatted(TILE, number(PEN), MAIN, number(LEFT), number(LINE), number(RIGHT),
                SKIP, number(LEFT), number(LINE), number((RIGHT - LEFT) / 2), number(RISE), number(RIGHT), number(LINE),
                number(LEFT), number(LINE), number(PEN * 0.8), MERGE,
                number(RIGHT), number(LINE), number(RING), TILE, MERGE, number(RING_PEN));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
    }

    private static Colour colour(String hex) {
        return Colour.rgb(Integer.parseInt(hex.substring(1), 16));
    }
}
