package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Layer.Conv;

/** What one layer costs, by hand. */
class CostsTest {

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("layers")
    void countsWeightsMultiplyAddsAndBytes(Layer layer, Shape in, Cost cost) {
        Lane lane = Variant.AS_DRAWN.of(OneNode.network(layer, in));
        assertThat(Costs.of(lane).of(OneNode.ID)).isEqualTo(cost);
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                // domain.md, section 3: the next 3×3 convolution to 64 channels at 56×56, after add and after concat.
                Arguments.of(Conv.same(64, 3), new Shape(64, 56, 56), new Cost(36_864, 115_605_504, 802_816)),
                Arguments.of(Conv.same(64, 3), new Shape(128, 56, 56), new Cost(73_728, 231_211_008, 802_816)),
                Arguments.of(Conv.same(8, 3).biased(), new Shape(1, 4, 4), new Cost(80, 1152, 512)),
                Arguments.of(new Conv(8, Window.same(3), 8, true), new Shape(8, 4, 4), new Cost(80, 1152, 512)),
                Arguments.of(new Conv(8, Window.same(3), 2, false), new Shape(4, 4, 4), new Cost(144, 2304, 512)),
                // A transposed convolution's multiply-adds are counted by input positions: 4·(2·2·3)·(5·5).
                Arguments.of(Layer.TransposedConv.upscale(3, 2), new Shape(4, 5, 5), new Cost(51, 1200, 1200)),
                Arguments.of(new Layer.Linear(10, true), Shape.vector(64), new Cost(650, 640, 40)),
                Arguments.of(new Layer.Linear(10, false), Shape.vector(64), new Cost(640, 640, 40)),
                Arguments.of(Layer.BatchNorm.standard(), new Shape(16, 2, 2), new Cost(32, 0, 256)),
                Arguments.of(new Layer.Relu(), new Shape(16, 2, 2), new Cost(0, 0, 256)),
                Arguments.of(Layer.MaxPool.halve(), new Shape(16, 2, 2), new Cost(0, 0, 64)));
    }

    @Test
    void countsWhatFitsWhenSomethingDoesNot() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.input(4, 8, 8);
        NodeId narrow = net.chain("narrow", Conv.same(2, 1), x);
        NodeId merge = net.merge("merge", new Layer.Add(), x, narrow);
        NodeId after = net.chain("after", Conv.same(2, 1), merge);
        Costs costs = Costs.of(Variant.AS_DRAWN.of(net.build()));
        assertThat(costs.of(merge)).isEqualTo(Cost.NONE);
        assertThat(costs.of(after)).isEqualTo(Cost.NONE);
        assertThat(costs.total()).isEqualTo(new Cost(8, 512, 4 * 64 * (4 + 2)));
    }
}
