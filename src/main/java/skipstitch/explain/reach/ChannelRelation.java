package skipstitch.explain.reach;

/** Which channels of an input each channel of a layer's output reads. */
sealed interface ChannelRelation {

    /** What these channels of the output read. */
    ChannelSet backward(ChannelSet out);

    /** The channels of the output that read one of these. */
    ChannelSet forward(ChannelSet in);

    /** Channels of the input. */
    int in();

    /** Channels of the output. */
    int out();

    /** Each of a group's output channels reads all of the group's input channels. */
    record Groups(int in, int out, int groups) implements ChannelRelation {
        @Override
        public ChannelSet backward(ChannelSet set) {
            return set.regrouped(out / groups, in / groups);
        }

        @Override
        public ChannelSet forward(ChannelSet set) {
            return set.regrouped(in / groups, out / groups);
        }
    }

    /** Channel c of the input lies at {@code before + c} of the output; the others read nothing here. */
    record Block(int in, int out, int before) implements ChannelRelation {
        @Override
        public ChannelSet backward(ChannelSet set) {
            return set.moved(-before, in);
        }

        @Override
        public ChannelSet forward(ChannelSet set) {
            return set.moved(before, out);
        }
    }

    static ChannelRelation same(int channels) {
        return new Block(channels, channels, 0);
    }

    /** Every channel reads all. */
    static ChannelRelation all(int in, int out) {
        return new Groups(in, out, 1);
    }
}
