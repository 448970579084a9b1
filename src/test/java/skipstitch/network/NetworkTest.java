package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private final NetworkBuilder net = new NetworkBuilder("net");
    private final NodeId x = net.input(1, 4, 4);
    private final NodeId a = net.chain("a", new Layer.Relu(), x);
    private final NodeId b = net.merge("b", new Layer.Add(), x, a);
    private final NodeId c = net.node("c", new Layer.Add(), Inlet.main(b), Inlet.main(b));

    @Test
    void knowsWhoTakesATensorInAndTwiceWhoTakesItTwice() {
        Network network = net.build();
        assertThat(network.consumers(x)).containsExactly(a, b);
        assertThat(network.consumers(b)).containsExactly(c, c);
        assertThat(network.outputs()).extracting(Node::id).containsExactly(c);
        assertThat(network.skipMerges()).extracting(Node::id).containsExactly(b);
    }

    @Test
    void reachesBothWays() {
        Network network = net.build();
        assertThat(network.upstream(b)).containsExactlyInAnyOrder(b, a, x);
        assertThat(network.downstream(a)).containsExactlyInAnyOrder(a, b, c);
    }

    @Test
    void ordersNodesAfterTheirSourcesAndElseAsDrawn() {
        Network shuffled = new Network("shuffled", net.build().nodes().reversed());
        assertThat(shuffled.topological()).extracting(Node::id).containsExactly(x, a, b, c);
    }

    @Test
    void isEqualToANetworkDrawnAlike() {
        assertThat(net.build()).isEqualTo(net.build()).hasSameHashCodeAs(net.build());
        assertThat(net.build().withInputShape(new Shape(1, 5, 5))).isNotEqualTo(net.build());
    }

    @Test
    void givesEveryInputTheNewShape() {
        Network wide = net.build().withInputShape(new Shape(3, 9, 7));
        assertThat(wide.inputShape()).contains(new Shape(3, 9, 7));
        assertThat(Shapes.of(wide).shape(c)).isEqualTo(new Shape(3, 9, 7));
    }

    @Test
    void refusesTwoNodesOfOneId() {
        List<Node> twice = List.of(net.build().node(x), net.build().node(x));
        assertThatIllegalArgumentException().isThrownBy(() -> new Network("twice", twice))
                .withMessage("Two nodes have the id 'input'");
    }

    @Test
    void namesANodeThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> net.build().node(NodeId.of("z")))
                .withMessage("net has no node 'z'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "conv1", "s0.b1-2_x", "0", "_"})
    void idsAreSafeAsFileNames(String id) {
        assertThat(NodeId.of(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "-flag", "a/b", "a\\b", "A", "ü", "a b", "a\n", "a:b"})
    void idsThatAreNotAreRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> NodeId.of(id));
    }
}
