package skipstitch.explain.steps;

import skipstitch.network.NodeId;

/**
 * A layer on the stepper's way.
 *
 * @param node    in every lane that has it
 * @param title   what a person reads: {@code "Merge"} where lanes differ in what they do there
 * @param merges  whether a skip ends there
 * @param missing whether a lane lacks it and waits meanwhile
 */
public record Station(NodeId node, String title, boolean merges, boolean missing) {}
