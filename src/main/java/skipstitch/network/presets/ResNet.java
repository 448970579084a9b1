package skipstitch.network.presets;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/**
 * Residual networks for 3×224×224 and 1,000 classes (He et al. 2015, table 1), shortcuts of option B: a 1×1
 * convolution where the shape changes, the identity elsewhere.
 */
enum ResNet {
    RESNET_18(18, 2, 2, 2, 2),
    RESNET_34(34, 3, 4, 6, 3),
    /** Three convolutions a block, 1×1, 3×3, 1×1, the last four times as wide. */
    RESNET_50(50, 3, 4, 6, 3);

    private static final int FIRST_WIDTH = 64;

    private final int depth;
    private final int[] blocks;

    ResNet(int depth, int... blocks) {
        this.depth = depth;
        this.blocks = blocks;
    }

    Preset preset() {
        Draft net = new Draft("resnet-" + depth);
        List<NodeId> stages = trunk(net, "", net.input(3, 224, 224));
        return Preset.of("ResNet-" + depth, remark(), net.classified(1000, stages.getLast()), card());
    }

    /**
     * All but the classifier.
     *
     * @param within the groups' path begins so; empty, or ending with a slash
     * @return what comes out of the pool of the stem, and of each of the four stages
     */
    List<NodeId> trunk(Draft net, String within, NodeId picture) {
        net.group(within + "stem");
        NodeId conv1 = net.convNormRelu("conv1", new Conv(FIRST_WIDTH, Window.same(7).strided(2), 1, false), picture);
        List<NodeId> outputs = new ArrayList<>(List.of(net.chain("pool", Draft.STEM_POOL, conv1)));
        for (int stage = 0; stage < blocks.length; stage++) {
            NodeId at = outputs.getLast();
            for (int block = 0; block < blocks[stage]; block++) {
                net.group(within + "stage" + (stage + 1) + "/block" + (block + 1));
                at = block(net, at, FIRST_WIDTH << stage, stage > 0 && block == 0 ? 2 : 1, block == 0);
            }
            outputs.add(at);
        }
        return outputs;
    }

    /** The shortcut is added, then comes the ReLU. */
    private NodeId block(Draft net, NodeId x, int width, int stride, boolean first) {
        boolean deep = this == RESNET_50;
        NodeId f = deep ? bottleneck(net, x, width, stride) : basic(net, x, width, stride);
        boolean changes = stride > 1 || deep && first;
        NodeId shortcut = changes
                ? net.convNorm("shortcut", Conv.same(deep ? 4 * width : width, 1).strided(stride), x) : x;
        return net.relu("relu", net.add(shortcut, f));
    }

    private static NodeId basic(Draft net, NodeId x, int width, int stride) {
        NodeId f = net.convNormRelu("conv1", Conv.same(width, 3).strided(stride), x);
        return net.convNorm("conv2", Conv.same(width, 3), f);
    }

    /** The stride is in the 3×3 convolution ("v1.5"), not in the first 1×1 as in the paper. */
    private static NodeId bottleneck(Draft net, NodeId x, int width, int stride) {
        NodeId f = net.convNormRelu("conv1", Conv.same(width, 1), x);
        f = net.convNormRelu("conv2", Conv.same(width, 3).strided(stride), f);
        return net.convNorm("conv3", Conv.same(4 * width, 1), f);
    }

    private String remark() {
        return switch (this) {
            case RESNET_18 -> "Eight adds; five shortcuts are the identity, three a 1×1 convolution.";
            case RESNET_34 -> "Sixteen adds, thirteen of which cost no weight at all.";
            case RESNET_50 -> "Sixteen adds around bottlenecks: narrow inside, wide where they are added.";
        };
    }

    private Card card() {
        return new Card(MenuGroup.ADD,
                "Adds the input of each block to the block's output, element by element; the ReLU comes after the add.",
                "A block has to learn only what differs from its input. The authors found deep plain networks harder"
                        + " to optimise, and doubt that vanishing gradients are the cause, since batch norm keeps them"
                        + " healthy.",
                "The width stays constant over a stage. Count the shortcuts with a 1×1 convolution: "
                        + (this == RESNET_50 ? "four, one at the head of each stage." : "three, where a stage halves"
                                + " the map."),
                "The identity adds no weight: of the parameters, only those of the 1×1 shortcuts are there for the"
                        + " skips.",
                "3×224×224, 1,000 classes; option B; no biases but the classifier's"
                        + (this == RESNET_50 ? "; stride in the 3×3 convolution (v1.5)." : "."));
    }
}
