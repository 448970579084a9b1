package skipstitch.explain.arithmetic;

/** A place in a tensor {@code [C, H, W]}, each counted from 0. */
public record Cell(int channel, int y, int x) {}
