package skipstitch.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

class InterventionsTest {
    private static final Network NETWORK = Presets.find("residual-block").orElseThrow().network();
    private static final Node MERGE = NETWORK.skipMerges().getFirst();
    private static final Edge X = new Edge(MERGE.id(), MERGE.inlets().indexOf(MERGE.inlets(
            Inlet.Role.SKIP).getFirst()));
    private static final Edge F = new Edge(MERGE.id(), 1 - X.inlet());

    @Test
    void ofOneKindTheNewerComesInTheOldersStead() {
        Interventions done = Interventions.none().with(F, new Volume(2)).with(F, new Shuffle(1, false))
                .with(F, new Volume(3));
        assertThat(done.on(F)).containsExactly(new Shuffle(1, false), new Volume(3));
    }

    @Test
    void paintLiesOnPaintAndErasedChannelsGather() {
        Paint dot = Paint.dab(new Pixel(0, 1, 1), 0, 1);
        Interventions done = Interventions.none().with(F, dot).with(F, dot).with(F, new Erase(List.of(1)))
                .with(F, new Erase(List.of(4)));
        assertThat(done.on(F)).containsExactly(Paint.dab(new Pixel(0, 1, 1), 0, 2), new Erase(List.of(1, 4)));
    }

    @Test
    void whatChangesNothingIsNotKept() {
        assertThat(Interventions.none().with(F, new Volume(1))).isEqualTo(Interventions.none());
        assertThat(Interventions.none().with(F, new Volume(7)).with(F, new Volume(1)).isNone()).isTrue();
        Paint dot = Paint.dab(new Pixel(0, 1, 1), 2, 1);
        assertThat(Interventions.none().with(F, dot).with(F, dot.opposite()).isNone()).isTrue();
    }

    @Test
    void takenBackTheyAreGone() {
        Interventions done = Interventions.none().with(F, new Volume(2)).with(F, new EraseAll()).with(X, new Volume(2));
        assertThat(done.without(F, Kind.VOLUME).on(F)).containsExactly(new EraseAll());
        assertThat(done.without(F).edges()).containsExactly(X);
        assertThat(done.without(F).without(X)).isEqualTo(Interventions.none());
    }

    @Test
    void theyStayOnEdgesThatStayed() {
        Interventions done = Interventions.none().with(F, new Volume(2)).with(X, new EraseAll());
        Network turned = NETWORK.with(MERGE.withInlets(MERGE.inlets().reversed()));
        assertThat(done.kept(NETWORK, NETWORK)).isSameAs(done);
        assertThat(done.kept(NETWORK, NETWORK.withName("other"))).isSameAs(done);
        assertThat(done.kept(NETWORK, turned).isNone()).isTrue();
    }

    @Test
    void aLaneWithoutTheSkipHasTheMainBranchsAlone() {
        Interventions done = Interventions.none().with(F, new Volume(2)).with(X, new EraseAll());
        assertThat(done.in(Variant.CONCAT.of(NETWORK))).isEqualTo(done);
        Interventions without = done.in(Variant.NO_SKIP.of(NETWORK));
        assertThat(without.edges()).containsExactly(new Edge(MERGE.id(), 0));
        assertThat(without.on(new Edge(MERGE.id(), 0))).containsExactly(new Volume(2));
    }

    @Test
    void anEdgeThatNoNetworkHasIsOnNoLane() {
        Interventions done = Interventions.none().with(new Edge(NodeId.of("gone"), 0), new EraseAll());
        assertThat(done.in(Variant.ADD.of(NETWORK)).isNone()).isTrue();
    }
}
