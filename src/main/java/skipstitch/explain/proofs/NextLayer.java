package skipstitch.explain.proofs;

import skipstitch.network.NodeId;

/** What a merge does to the layer that reads it next. */
public sealed interface NextLayer permits Effect, NoEffect {

    NodeId merge();
}
