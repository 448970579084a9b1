package skipstitch.training.tasks;

import java.util.List;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/** Whether a network can be trained for a task. */
public sealed interface TaskFit {

    /**
     * It can.
     *
     * @param network with what had to be changed at its end
     * @param output  the node that gives the scores, or the picture
     * @param changes what was changed; whole sentences, none if nothing was
     */
    record Fits(Network network, NodeId output, List<String> changes) implements TaskFit {
        public Fits {
            changes = List.copyOf(changes);
        }
    }

    /** It cannot; a sentence why. */
    record Refused(String why) implements TaskFit {}
}
