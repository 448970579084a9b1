package skipstitch.network.layout;

/** The side of a node at which an edge enters. */
public enum Side { LEFT, TOP }
