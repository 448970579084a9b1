package skipstitch.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Layer;
import skipstitch.network.Origins.Origin;

/** One node's kernels in the making, of which a part may have come with the network. */
final class KernelDrawing {
    private final long nodeKey;
    private final double scale;
    private final List<Origin> incoming;
    private final List<Address> addresses;
    private final long mainChannels;
    private final int channels;
    private final int taps;
    private final boolean bank;
    private final double knob;
    private final Optional<Given> given;
    private final Optional<GivenKernels> slices;

    /**
     * @param channels that one filter reads
     * @param bank     whether the filters are hand-made
     */
    KernelDrawing(long nodeKey, double scale, List<Origin> incoming, int channels, int taps, boolean bank, double knob,
                  Optional<Given> given, Layer layer) {
        this.nodeKey = nodeKey;
        this.scale = scale;
        this.incoming = incoming;
        this.addresses = Address.of(incoming);
        this.mainChannels = incoming.stream().filter(origin -> !origin.bySkip()).count();
        this.channels = channels;
        this.taps = taps;
        this.bank = bank;
        this.knob = knob;
        this.given = given;
        this.slices = given.map(each -> new GivenKernels(each, layer));
    }

    /** Whether nothing is to be drawn: {@link #given} are the node's in this lane. */
    boolean isGivenWhole(boolean bias) {
        return slices.filter(each -> each.areWhole(addresses)).isPresent() && (givenBias().length > 0) == bias
                && (knob == KnobStop.OWN.at() || addresses.stream().allMatch(Address.Main.class::isInstance));
    }

    LayerWeights given() {
        return given.orElseThrow().weights();
    }

    /** Biases that the node came with, else 0. */
    float[] bias(boolean wanted, int filters) {
        return wanted && givenBias().length == filters ? givenBias() : new float[wanted ? filters : 0];
    }

    private float[] givenBias() {
        return given.map(each -> ((Kernels) each.weights()).bias()).orElse(new float[0]);
    }

    /** Writes the taps of one slice. */
    void fill(float[] kernels, int from, int out, int in) {
        long outKey = CounterRandom.key(nodeKey, out);
        switch (addresses.get(in)) {
            case Address.Main main -> main(kernels, from, out, main, outKey);
            case Address.Skip skip -> skip(kernels, from, out, skip, incoming.get(in).place(), outKey);
        }
    }

    /** @param partner the main channel on which add would put this one, if there is one */
    private void skip(float[] kernels, int from, int out, Address.Skip skip, int partner, long outKey) {
        if (partner < mainChannels && knob < KnobStop.OWN.at()) {
            main(kernels, from, out, new Address.Main(partner), outKey);
        }
        double tied = knob <= KnobStop.ADD.at() ? knob : KnobStop.OWN.at() - knob;
        double own = Math.max(0, knob - KnobStop.ADD.at());
        float[] others = new float[taps];
        boolean isGiven = own != 0 && slices.filter(each -> each.copy(skip, out, others, 0)).isPresent();
        long address = CounterRandom.key(CounterRandom.key(outKey, "skip " + skip.mixer()), skip.index());
        for (int tap = 0; tap < taps; tap++) {
            double drawn = own == 0 ? 0 : isGiven ? own * others[tap] : own * scale * CounterRandom.gaussian(address, tap);
            kernels[from + tap] = (float) (tied * kernels[from + tap] + drawn);
        }
    }

    private void main(float[] kernels, int from, int out, Address.Main main, long outKey) {
        if (slices.filter(each -> each.copy(main, out, kernels, from)).isPresent()) {
            return;
        }
        OptionalInt filter = bank ? FilterBank.filterFor(out) : OptionalInt.empty();
        long address = CounterRandom.key(outKey, main.index());
        for (int tap = 0; tap < taps; tap++) {
            kernels[from + tap] = filter.isPresent()
                    ? FilterBank.tap(filter.getAsInt(), tap, channels)
                    : (float) (scale * CounterRandom.gaussian(address, tap));
        }
    }
}
