package skipstitch.explain;

import skipstitch.engine.Activations;
import skipstitch.engine.Weights;
import skipstitch.network.Lane;

/** A lane that was run: with which weights, and what came of it. */
public record Ran(Lane lane, Weights weights, Activations activations) {}
