package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.presets.Presets;

class SizeWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unet      | 250 | At 250×250 the fourth pool gets 31×31, an odd size. 240×240 and 256×256 would work.
            unet      | 257 | At 257×257 the first pool gets 257×257, an odd size. 256×256 and 272×272 would work.
            unet      | 260 | At 260×260 the third pool gets 65×65, an odd size. 256×256 and 272×272 would work.
            unet-572  | 570 | At 570×570 the fourth pool gets 63×63, an odd size. 556×556 and 572×572 would work.
            unet-572  | 30  | At 30×30 it is too small here. 188×188 would work.
            linknet   | 360 | At 360×360 the sixth layer with a stride gets 23×23, an odd size. 352×352 and 384×384 would work.
            """)
    void saysWhatHappensAndWhichSizesWouldWork(String preset, int side, String sentence) {
        Network drawn = Presets.find(preset).orElseThrow().network();
        Shapes shapes = Shapes.of(drawn.withInputShape(drawn.inputShape().orElseThrow().withSize(side, side)));
        assertThat(SizeWords.of(shapes, shapes.misfits().getFirst())).contains(sentence);
    }

    @Test
    void saysNothingWhereAnotherSizeWouldNotMendIt() {
        Network drawn = Presets.first().network();
        Network wide = drawn.with(drawn.node(NodeId.of("conv2")).withLayer(Layer.Conv.same(16, 3)));
        Shapes shapes = Shapes.of(wide);
        assertThat(SizeWords.of(shapes, shapes.misfits().getFirst())).isEmpty();
    }
}
