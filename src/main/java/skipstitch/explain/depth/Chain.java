package skipstitch.explain.depth;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/**
 * A picture, a first layer, then n blocks of two layers in a row. Node ids are the same in all variants, so that the
 * plain and the added chain have the same kernels.
 *
 * @param input    the picture's node
 * @param levels   n+1 nodes: what enters each block, and what leaves the last
 * @param switches n inputs {@code [1, H, W]} by which blocks are deleted, 1 for a block that is there; or none
 */
record Chain(Shapes shapes, NodeId input, List<NodeId> levels, List<Switch> switches) {
    /** What goes in. */
    static final Shape PICTURE = new Shape(1, 12, 12);

    /**
     * The inputs of one block's switch.
     *
     * @param on  multiplies the branch
     * @param off multiplies what stands in for the branch in a plain chain: the block's input
     */
    record Switch(NodeId on, NodeId off) {}

    /** @param variant plain is without skips */
    static Chain of(DepthSettings settings, Variant variant) {
        return new Drawing(settings, variant, false).chain();
    }

    /** With a switch at each block. */
    static Chain deletable(DepthSettings settings, Variant variant) {
        return new Drawing(settings, variant, true).chain();
    }

    NodeId output() {
        return levels.getLast();
    }

    private static final class Drawing {
        private final DepthSettings settings;
        private final Variant variant;
        private final boolean deletable;
        private final NetworkBuilder builder;
        private final List<Switch> switches = new ArrayList<>();

        Drawing(DepthSettings settings, Variant variant, boolean deletable) {
            this.settings = settings;
            this.variant = variant;
            this.deletable = deletable;
            this.builder = new NetworkBuilder(settings.blocks() + " blocks");
        }

        Chain chain() {
            NodeId input = builder.node("input", new Layer.Input(PICTURE));
            List<NodeId> levels = new ArrayList<>();
            NodeId source = settings.kind() == BlockKind.DENSE ? builder.chain("flat", new Layer.Flatten(), input) : input;
            levels.add(builder.chain("first.relu", new Layer.Relu(),
                    builder.chain("first", layer(settings.kind().width()), source)));
            for (int block = 0; block < settings.blocks(); block++) {
                builder.group("block" + block);
                levels.add(block(levels.getLast()));
            }
            return new Chain(Shapes.of(builder.build()), input, List.copyOf(levels), List.copyOf(switches));
        }

        private Layer layer(int channels) {
            return switch (settings.kind()) {
                case CONVOLUTIONS -> Layer.Conv.same(channels, 3);
                case DENSE -> new Layer.Linear(channels, false);
            };
        }

        private NodeId block(NodeId source) {
            int channels = variant == Variant.CONCAT ? settings.kind().growth() : settings.kind().width();
            NodeId half = builder.chain("relu1", new Layer.Relu(), normed("1", channels, source));
            NodeId whole = normed("2", channels, half);
            NodeId branch = settings.reluAfterMerge() ? whole : builder.chain("relu2", new Layer.Relu(), whole);
            NodeId merged = merged(source, deletable ? switched(source, branch) : branch);
            return settings.reluAfterMerge() ? builder.chain("relu2", new Layer.Relu(), merged) : merged;
        }

        private NodeId normed(String number, int channels, NodeId source) {
            NodeId mixed = builder.chain("layer" + number, layer(channels), source);
            return settings.norm() ? builder.chain("norm" + number, Layer.BatchNorm.standard(), mixed) : mixed;
        }

        private NodeId merged(NodeId source, NodeId branch) {
            return switch (variant) {
                case ADD -> builder.merge("merge", new Layer.Add(), shortcut(source), branch);
                case CONCAT -> builder.merge("merge", new Layer.Concat(), shortcut(source), branch);
                case NO_SKIP, AS_DRAWN -> branch;
            };
        }

        private NodeId shortcut(NodeId source) {
            return settings.shortcut() == 1 ? source
                    : builder.chain("shortcut", new Layer.Scale((float) settings.shortcut()), source);
        }

        private NodeId switched(NodeId source, NodeId branch) {
            Layer one = new Layer.Input(settings.kind() == BlockKind.DENSE ? Shape.vector(1) : PICTURE);
            NodeId on = builder.node("on", one);
            NodeId kept = builder.node("kept", new Layer.Gate(), Inlet.main(branch), Inlet.main(on));
            if (variant != Variant.NO_SKIP) {
                switches.add(new Switch(on, on));
                return kept;
            }
            NodeId off = builder.node("off", one);
            switches.add(new Switch(on, off));
            NodeId identity = builder.node("identity", new Layer.Gate(), Inlet.main(source), Inlet.main(off));
            return builder.node("stand-in", new Layer.Add(), Inlet.main(kept), Inlet.main(identity));
        }
    }
}
