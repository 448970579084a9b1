package skipstitch.files.onnx.reading;

import java.util.List;
import skipstitch.engine.GivenWeights;
import skipstitch.network.Network;

/**
 * What came of reading a model.
 *
 * @param given    its weights
 * @param problems what is no layer here and was left out with what hangs on it, a sentence each; empty if all is there
 * @param remarks  what was chosen where the model leaves it open, a sentence each
 */
public record ReadModel(Network network, GivenWeights given, List<String> problems, List<String> remarks) {
    public ReadModel {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
