package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;

class InterveneTest {
    private static final NodeId MERGE = NodeId.of("merge");
    private static final Edge X = new Edge(MERGE, 0);
    private static final Edge F = new Edge(MERGE, 1);
    private static final Document START = RandomEdits.document(Presets.find("residual-block").orElseThrow().network());

    private static Paint dot(int x) {
        return Paint.dab(new Paint.Pixel(3, 4, x), 0, 1);
    }

    @Test
    void oneActPaintsOnBothBranchesAndIsUndoneInOneStep() {
        History history = History.of(START, true).after(Intervene.painting(X, F, dot(5), 1));
        assertThat(history.now().interventions().on(X)).containsExactly(dot(5));
        assertThat(history.now().interventions().on(F)).containsExactly(dot(5).opposite());
        assertThat(history.undone().now()).isSameAs(START);
        assertThat(history.hasUnsavedWork()).isTrue();
    }

    @Test
    void aDragIsOneStepAndTheNextDragAnother() {
        History history = History.of(START, true);
        for (int x = 0; x < 10; x++) {
            history = history.after(Intervene.painting(X, F, dot(x), 1));
        }
        History two = history.after(Intervene.painting(X, F, dot(20), 2)).after(new TurnKnob(0.5, 3))
                .after(new TurnKnob(0.6, 3)).after(new TurnKnob(1, 0));
        assertThat(two.steps().stream().map(History.Step::name)).containsExactly("open residual-block",
                "paint on the tensors into merge", "paint on the tensors into merge", "turn the knob", "turn the knob");
        assertThat(((Paint) history.now().interventions().on(X).getFirst()).added()).hasSize(10);
    }

    @Test
    void whatIsTakenBackIsGone() {
        Document done = new Intervene(Map.of(F, new Volume(3)), 0).apply(START);
        done = Intervene.on(F, new Shuffle(1, true)).apply(done);
        done = Intervene.on(X, new EraseAll()).apply(done);
        assertThat(TakeBack.of(F, Kind.VOLUME).apply(done).interventions().on(F)).containsExactly(new Shuffle(1, true));
        assertThat(TakeBack.on(F).apply(done).interventions().edges()).containsExactly(X);
        assertThat(TakeBack.all().apply(done).interventions().isNone()).isTrue();
        assertThat(TakeBack.all().apply(START)).isSameAs(START);
    }

    @Test
    void paintIsTakenBackFromBothBranches() {
        Document done = Intervene.on(F, new Volume(3)).apply(Intervene.painting(X, F, dot(5), 1).apply(START));
        assertThat(TakeBack.on(X).apply(done).interventions().on(F)).containsExactly(new Volume(3));
        assertThat(TakeBack.of(F, Kind.PAINT).apply(done).interventions().edges()).containsExactly(F);
        assertThat(TakeBack.of(F, Kind.VOLUME).apply(done).interventions().on(X)).containsExactly(dot(5));
    }

    @Test
    void anEdgeThatIsNotThereIsLeftAlone() {
        assertThat(Intervene.on(new Edge(MERGE, 2), new EraseAll()).apply(START)).isSameAs(START);
        assertThat(Intervene.on(new Edge(NodeId.of("gone"), 0), new EraseAll()).apply(START)).isSameAs(START);
    }

    @Test
    void anEditOfTheNetworkKeepsThemOnEdgesThatStay() {
        Document done = Intervene.on(F, new Volume(3)).apply(new TurnKnob(0.5, 0).apply(START));
        Document renamed = new RenameNode(MERGE, "here").apply(done);
        assertThat(renamed.interventions()).isEqualTo(done.interventions());
        assertThat(renamed.knob()).isEqualTo(0.5);
        Document longer = new InsertLayers(List.of(new Layer.Relu()), F).apply(done);
        assertThat(longer.interventions().isNone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
    void theKnobGoesFromZeroToTwo(double knob) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TurnKnob(knob, 0))
                .withMessageStartingWith("The knob goes from 0 to 2");
    }
}
