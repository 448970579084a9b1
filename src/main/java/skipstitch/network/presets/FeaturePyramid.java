package skipstitch.network.presets;

import java.util.List;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Layer.Upsample;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * A feature pyramid on ResNet-50, 3×224×224 (Lin et al. 2017, section 3): a 1×1 lateral convolution of each stage to
 * 256 channels is added to the map from above, twice enlarged; a 3×3 convolution follows each sum. Four outputs.
 */
final class FeaturePyramid {
    private static final int WIDTH = 256;

    private final Draft net = new Draft("fpn-resnet50");

    private FeaturePyramid() {}

    static Preset preset() {
        return Preset.of("FPN on ResNet-50", "Three lateral adds bring where to what; the pyramid has four outputs.",
                new FeaturePyramid().network(), new Card(MenuGroup.ADD,
                        "Adds each stage's lateral map to the enlarged map of the stage above: three times, beside the"
                                + " 16 adds of the trunk.",
                        "Upper maps know what, lower ones where. The authors' recall rose from 46.1 to 56.3 with the"
                                + " laterals.",
                        "The 1×1 laterals bring 256, 512, 1,024 and 2,048 channels to 256, so that an add fits.",
                        "High-resolution features arrive by an add just as well: it is not concat alone that keeps"
                                + " detail.",
                        "3×224×224; ResNet-50 (v1.5) without its classifier; laterals and outputs biased, without norm;"
                                + " nearest-neighbour enlarging."));
    }

    private Network network() {
        List<NodeId> stages = ResNet.RESNET_50.trunk(net, "backbone/", net.input(3, 224, 224));
        net.group("pyramid/level5");
        NodeId top = lateral(stages.get(4));
        output(top);
        for (int level = 4; level >= 2; level--) {
            net.group("pyramid/level" + level);
            NodeId up = net.chain("up", new Upsample(2, Interpolation.NEAREST), top);
            top = net.add(lateral(stages.get(level - 1)), up);
            output(top);
        }
        return net.build();
    }

    private NodeId lateral(NodeId stage) {
        return net.chain("lateral", Conv.same(WIDTH, 1).biased(), stage);
    }

    private void output(NodeId map) {
        net.chain("output", Conv.same(WIDTH, 3).biased(), map);
    }
}
