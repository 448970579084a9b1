package skipstitch.network;

/** Where a person put a node: its left and top edge, in world units. */
public record Place(double x, double y) {}
