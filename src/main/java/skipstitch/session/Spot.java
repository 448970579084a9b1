package skipstitch.session;

import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.steps.Part;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/** A place that is pointed at; it is marked in every map of its size. */
public sealed interface Spot {

    /** The tensor that it is in, {@code [C, H, W]}. */
    Shape shape();

    int y();

    int x();

    /** In a panel of the inspection. */
    record InPanel(Panel panel, int channel, int y, int x) implements Spot {
        @Override
        public Shape shape() {
            return panel.shape();
        }
    }

    /** On a map of a step. */
    record OnStep(Part part, int y, int x) implements Spot {
        @Override
        public Shape shape() {
            return part.map().shape();
        }
    }

    /** On a node's picture, which shows one channel. */
    record OnNode(NodeId node, Shape shape, int y, int x) implements Spot {}
}
