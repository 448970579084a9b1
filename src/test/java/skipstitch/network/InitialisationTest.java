package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import skipstitch.network.Layer.Conv;

class InitialisationTest {

    @Test
    void countsTheInputsOfOneOutputValue() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.input(3, 8, 8);
        NodeId conv = net.chain("conv", Conv.same(8, 3), x);
        NodeId grouped = net.chain("grouped", new Conv(8, Window.same(5), 4, false), conv);
        NodeId up = net.chain("up", Layer.TransposedConv.upscale(4, 2), grouped);
        NodeId flat = net.chain("flat", new Layer.Flatten(), up);
        NodeId linear = net.chain("linear", new Layer.Linear(10, true), flat);
        Initialisation initialisation = Initialisation.of(net.build(), 7);
        assertThat(initialisation.seed()).isEqualTo(7);
        assertThat(initialisation.fanIn()).containsOnly(Map.entry(conv, 27), Map.entry(grouped, 50),
                Map.entry(up, 8), Map.entry(linear, 4 * 16 * 16));
    }

    @Test
    void givesHandMadeFiltersToAThreeByThreeConvolutionOfThePictureOnly() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.input(4, 8, 8);
        NodeId bank = net.chain("bank", Conv.same(8, 3), x);
        net.chain("wide", Conv.same(8, 5), x);
        net.chain("grouped", new Conv(4, Window.same(3), 4, false), x);
        net.chain("second", Conv.same(8, 3), bank);
        assertThat(Initialisation.of(net.build(), 1).filterBanks()).containsExactly(bank);
    }

    @Test
    void keepsTheFanInThatANodeHadAsDrawn() {
        NetworkBuilder net = new NetworkBuilder("net");
        NodeId x = net.input(4, 8, 8);
        NodeId merge = net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(4, 3), x));
        NodeId next = net.chain("next", Conv.same(4, 3), merge);
        assertThat(Initialisation.of(net.build(), 1).fanIn()).containsEntry(next, 72);
    }
}
