package skipstitch.network;

/** One edge, named by the inlet it enters. */
public record Edge(NodeId to, int inlet) {}
