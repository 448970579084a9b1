package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.engine.plain.OneLayer.oneToNine;
import static skipstitch.engine.plain.OneLayer.tensor;
import static skipstitch.engine.plain.OneLayer.values;

import org.junit.jupiter.api.Test;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class FramingTest {

    @Test
    void cropTakesEachSideAway() {
        // One row above and one column to the right go
        assertThat(values(new Layer.Crop(new Padding(1, 0, 0, 1)), oneToNine())).containsExactly(4, 5, 7, 8);
        assertThat(values(new Layer.Crop(new Padding(0, 1, 1, 1)), oneToNine())).containsExactly(2, 5);
    }

    @Test
    void zeroPadPutsZerosAround() {
        // Two rows above, one column to the left
        assertThat(values(new Layer.ZeroPad(new Padding(2, 1, 0, 0)), tensor(1, 1, 2, 5, 6)))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 5, 6);
    }

    @Test
    void zeroPadChannelsPutsChannelsAround() {
        assertThat(values(new Layer.ZeroPadChannels(1, 2), tensor(1, 1, 2, 5, 6)))
                .containsExactly(0, 0, 5, 6, 0, 0, 0, 0);
    }

    @Test
    void subsampleStartsWithTheFirst() {
        assertThat(values(new Layer.Subsample(2), oneToNine())).containsExactly(1, 3, 7, 9);
        assertThat(values(new Layer.Subsample(3), oneToNine())).containsExactly(1);
    }

    @Test
    void flattenGoesChannelByChannelRowByRow() {
        Tensor flat = OneLayer.compute(new Layer.Flatten(), LayerWeights.NONE, tensor(2, 2, 1, 1, 2, 3, 4));
        assertThat(flat.shape()).isEqualTo(Shape.vector(4));
        assertThat(flat.values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void identityAndDropoutChangeNothing() {
        assertThat(values(new Layer.Identity(), oneToNine())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(values(new Layer.Dropout(0.5f), oneToNine())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
