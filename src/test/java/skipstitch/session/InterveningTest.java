package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.Observable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Intervene;
import skipstitch.document.RenameNode;
import skipstitch.document.TakeBack;
import skipstitch.document.TurnKnob;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Ran;
import skipstitch.explain.proofs.Effect;
import skipstitch.explain.proofs.NextLayer;
import skipstitch.files.BuiltInPicture;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session.Status;
import skipstitch.tensor.Tensor;

/** Interventions and the knob, from the edit to what is shown. */
class InterveningTest {
    private static final NodeId MERGE = NodeId.of("merge");
    private static final NodeId NEXT = NodeId.of("conv3");
    private static final Edge F = new Edge(MERGE, 1);

    private final Window window = new Window();
    private final Gate engine = new Gate();
    private final Session session = new Session(new Runner(window), () -> new EngineStart(engine, Optional.empty()),
            Origin.of(Presets.find("residual-block").orElseThrow(), BuiltInPicture.HOUSE.load()));

    /** Plain Java that does something before its next pass. */
    private static final class Gate implements Engine {
        private final Engine plain = PlainEngine.open();
        final AtomicReference<Runnable> before = new AtomicReference<>(() -> { });

        @Override
        public String name() {
            return plain.name();
        }

        @Override
        public Footprint footprint(List<Pass> passes, Retention retention) {
            return plain.footprint(passes, retention);
        }

        @Override
        public Walk begin(List<Pass> passes, Retention retention) {
            before.getAndSet(() -> { }).run();
            return plain.begin(passes, retention);
        }

        @Override
        public void close() {
            plain.close();
        }
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void settle() {
        window.until(() -> session.status().get() == Status.IDLE && session.results().get()
                .filter(each -> each.setting().equals(Setting.of(session.document().get()))).isPresent());
    }

    private Tensor tensor(Variant variant, NodeId node) {
        Ran ran = session.results().get().orElseThrow().lanes().stream()
                .filter(each -> each.lane().variant() == variant).findFirst().orElseThrow();
        return ran.activations().tensor(node);
    }

    private static float difference(Tensor a, Tensor b) {
        float largest = 0;
        for (int i = 0; i < a.values().length; i++) {
            largest = Math.max(largest, Math.abs(a.values()[i] - b.values()[i]));
        }
        return largest;
    }

    @Test
    void whatIsDoneToATensorReachesBothLanesAndWhatIsTakenBackIsAsItWas() {
        settle();
        Tensor add = tensor(Variant.ADD, NEXT);
        Tensor concat = tensor(Variant.CONCAT, NEXT);
        session.edit(Intervene.on(F, new EraseAll()));
        settle();
        assertThat(difference(tensor(Variant.ADD, NEXT), add)).isGreaterThan(0.01f);
        assertThat(difference(tensor(Variant.CONCAT, NEXT), concat)).isGreaterThan(0.01f);
        session.edit(TakeBack.all());
        settle();
        assertThat(tensor(Variant.ADD, NEXT).values()).containsExactly(add.values());
        assertThat(tensor(Variant.CONCAT, NEXT).values()).containsExactly(concat.values());
        assertThat(session.results().get().orElseThrow().computed()).isZero();
    }

    @Test
    void shuffledWithTheKernelsAlikeConcatIsTheSameAgainAndAddIsNot() {
        settle();
        Tensor add = tensor(Variant.ADD, NEXT);
        Tensor concat = tensor(Variant.CONCAT, NEXT);
        session.edit(Intervene.on(F, new Shuffle(1, true)));
        settle();
        assertThat(difference(tensor(Variant.ADD, NEXT), add)).isGreaterThan(0.01f);
        assertThat(difference(tensor(Variant.CONCAT, NEXT), concat)).isLessThan(1e-5f);
    }

    @Test
    void atItsMiddleTheKnobMakesConcatAdd() {
        session.edit(new TurnKnob(1, 0));
        settle();
        assertThat(difference(tensor(Variant.CONCAT, NEXT), tensor(Variant.ADD, NEXT))).isLessThan(1e-5f);
        session.undo();
        settle();
        assertThat(difference(tensor(Variant.CONCAT, NEXT), tensor(Variant.ADD, NEXT))).isGreaterThan(0.01f);
    }

    @Test
    void theViewsAreNotClearedMeanwhile() {
        settle();
        window.until(() -> session.inspection().get().isPresent());
        session.edit(Intervene.on(F, new Volume(2)));
        assertThat(session.status().get()).isEqualTo(Status.RUNNING);
        assertThat(session.results().get()).isPresent();
        assertThat(session.inspection().get()).isPresent();
    }

    @Test
    void ofATurnThatIsUnderWayOnlyTheNewestValueFollows() {
        settle();
        List<Double> shown = new ArrayList<>();
        session.results().addListener((Observable _) ->
                shown.add(session.results().get().orElseThrow().setting().knob()));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before.set(() -> {
            begun.countDown();
            await(go);
        });
        session.edit(new TurnKnob(1.9, 1));
        await(begun);
        for (int i = 8; i >= 1; i--) {
            session.edit(new TurnKnob(1 + i / 10.0, 1));
        }
        go.countDown();
        settle();
        assertThat(shown).containsExactly(1.9, 1.1);
        assertThat(session.history().get().steps()).hasSize(2);
    }

    @Test
    void anotherNetworkWaitsForNoTurn() {
        settle();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.before.set(() -> {
            begun.countDown();
            await(go);
        });
        session.edit(new TurnKnob(1.9, 1));
        await(begun);
        session.edit(new TurnKnob(1.5, 1));
        session.edit(new RenameNode(MERGE, "here"));
        List<Comparison> shown = new ArrayList<>();
        session.results().addListener((Observable _) -> shown.add(session.results().get().orElseThrow().comparison()));
        go.countDown();
        settle();
        assertThat(shown).containsExactly(session.comparison().get());
    }

    @Test
    void theLayerAfterTheMergeIsLookedAtInAllVariantsOnlyWhileSomebodyWatches() {
        settle();
        assertThat(session.proving().found().get()).isEmpty();
        session.show(Shown.CONCAT);
        Runnable leave = session.proving().watch();
        Effect effect = effect(2);
        assertThat(effect.next().id()).isEqualTo(NEXT);
        assertThat(effect.maps()).containsOnlyKeys(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP);
        session.edit(new TurnKnob(1, 0));
        assertThat(effect(1).toAdd().isNone()).isTrue();
        session.edit(new TurnKnob(0, 0));
        assertThat(effect(0).toNoSkip().isNone()).isTrue();
        leave.run();
        session.edit(new TurnKnob(2, 0));
        settle();
        assertThat(session.proving().found().get()).get().extracting(each -> ((Effect) each).knob()).isEqualTo(0.0);
    }

    @Test
    void anotherMergesEffectIsNotShownForThisOne() {
        session.proving().watch();
        effect(2);
        session.open(Presets.find("encoder-decoder").orElseThrow());
        assertThat(session.proving().found().get()).isEmpty();
        window.until(() -> session.proving().found().get().isPresent());
        assertThat(session.proving().found().get().map(NextLayer::merge)).contains(session.merge().get());
    }

    private Effect effect(double knob) {
        window.until(() -> session.proving().found().get().filter(each -> each instanceof Effect effect
                && effect.knob() == knob).isPresent());
        return (Effect) session.proving().found().get().orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
