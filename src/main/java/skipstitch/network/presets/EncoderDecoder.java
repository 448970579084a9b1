package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.Upsample;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;

/**
 * A small U: two poolings down, two upsamplings up, and at each height a skip from encoder to decoder, joined
 * by concat as in U-Net (Ronneberger et al. 2015). Widths are such that add fits without a projection.
 */
final class EncoderDecoder {
    private EncoderDecoder() {}

    static Preset preset() {
        NetworkBuilder net = new NetworkBuilder("encoder-decoder");
        NodeId picture = net.input(1, 32, 32);
        NodeId enc1 = net.chain("enc1", Conv.same(4, 3), picture);
        NodeId pool1 = net.chain("pool1", MaxPool.halve(), enc1);
        NodeId enc2 = net.chain("enc2", Conv.same(8, 3), pool1);
        NodeId pool2 = net.chain("pool2", MaxPool.halve(), enc2);
        NodeId middle = net.chain("middle", Conv.same(8, 3), pool2);
        NodeId up2 = net.chain("up2", new Upsample(2, Interpolation.NEAREST), middle);
        NodeId merge2 = net.merge("merge2", new Layer.Concat(), enc2, up2);
        NodeId dec2 = net.chain("dec2", Conv.same(4, 3), merge2);
        NodeId up1 = net.chain("up1", new Upsample(2, Interpolation.BILINEAR), dec2);
        NodeId merge1 = net.merge("merge1", new Layer.Concat(), enc1, up1);
        NodeId dec1 = net.chain("dec1", Conv.same(4, 3), merge1);
        net.chain("relu1", new Layer.Relu(), dec1);
        return Preset.of("Encoder–decoder",
                "Without its skips the decoder sees only what passed two poolings.", net.build(),
                new Card(MenuGroup.CONCAT,
                        "Concatenates the encoder's map to the enlarged one at two levels.",
                        "The skips bring back the detail that the pools took away.",
                        "Compare what comes out of the last merge with and without its skip.",
                        "Add and no skip cost the same: what concat costs more, the next convolution pays.",
                        "1×32×32; no biases, no norm."));
    }
}
