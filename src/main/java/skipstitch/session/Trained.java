package skipstitch.session;

import java.util.Optional;
import skipstitch.document.TakeWeights;
import skipstitch.engine.GivenWeights;
import skipstitch.files.documents.TrainedWeights;
import skipstitch.network.presets.Preset;

/** The trained weights that come with the app for some networks, taken and put away by an edit. */
public final class Trained {
    private final Session session;

    public Trained(Session session) {
        this.session = session;
    }

    /** Whether there are any for what is open, and no others are in their place. */
    public boolean isOffered() {
        GivenWeights now = session.document().get().given();
        return weights().filter(trained -> now.isNone() || now.equals(trained)).isPresent();
    }

    public boolean isShown() {
        return weights().filter(session.document().get().given()::equals).isPresent();
    }

    /** Shows the network trained, or untrained; what was changed in it since it was opened keeps its untrained weights. */
    public void show(boolean trained) {
        if (isOffered()) {
            session.edit(trained ? new TakeWeights(weights().orElseThrow(), "show it trained")
                    : new TakeWeights(GivenWeights.NONE, "show it untrained"));
        }
    }

    private Optional<GivenWeights> weights() {
        return session.origin().get().preset().map(Preset::network).flatMap(TrainedWeights::of);
    }
}
