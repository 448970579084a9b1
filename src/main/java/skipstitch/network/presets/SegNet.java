package skipstitch.network.presets;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.MaxUnpool;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/**
 * SegNet for CamVid, 3×360×480 and 11 classes (Badrinarayanan et al. 2017): the 13 convolutions of VGG-16, and their
 * mirror. The pools hand the places of their maxima to the unpools; no map is handed over.
 */
final class SegNet {
    private static final int CLASSES = 11;

    private final Draft net = new Draft("segnet");

    private SegNet() {}

    static Preset preset() {
        return Preset.of("SegNet", "No add, no concat: the skips carry only where each maximum was.",
                new SegNet().network(), new Card(MenuGroup.NEITHER,
                        "Merges nothing. Each unpool puts its values where the pool of the same level found its"
                                + " maxima.",
                        "Places of maxima take little room: two bits each will do, where a map keeps 32 for every"
                                + " value.",
                        "At the first pool, the maps of 64×360×480 take 44,236,800 bytes, their indices at two bits"
                                + " 691,200.",
                        "SegNet concatenates nothing, though it is often named beside U-Net.",
                        "3×360×480, 11 classes; VGG-16 trunk; all convolutions biased, batch norm after all but the"
                                + " last; pools round up, as 45 rows become 23."));
    }

    private Network network() {
        NodeId at = net.input(3, 360, 480);
        List<NodeId> pools = new ArrayList<>();
        for (int level = 0; level < Vgg16.levels(); level++) {
            net.group("encoder/level" + (level + 1));
            int number = 1;
            for (int filters : Vgg16.filters(level)) {
                at = conv(number++, filters, at);
            }
            at = net.chain("pool", new MaxPool(Window.of(2).strided(2), true), at);
            pools.add(at);
        }
        for (int level = Vgg16.levels() - 1; level >= 0; level--) {
            net.group("decoder/level" + (level + 1));
            at = net.node("unpool", new MaxUnpool(), Inlet.main(at), Inlet.indices(pools.get(level)));
            int[] filters = Vgg16.filters(level);
            for (int number = filters.length; number > 1; number--) {
                at = conv(number, filters[number - 1], at);
            }
            // The last of a level is as wide as the pool whose indices come next.
            at = level > 0 ? conv(1, Vgg16.filters(level - 1)[0], at)
                    : net.chain("conv1", Conv.same(CLASSES, 3).biased(), at);
        }
        return net.build();
    }

    private NodeId conv(int number, int filters, NodeId at) {
        return net.convNormRelu("conv" + number, Conv.same(filters, 3).biased(), at);
    }
}
