package skipstitch.training;

import java.util.Map;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.NodeId;

/** Changes parameters in place, so that a loss falls. */
interface Descent {

    /**
     * @param slopes the loss's gradient by all that can be trained
     * @param rate   the learning rate
     */
    void step(Map<NodeId, Trainable> slopes, double rate);
}
