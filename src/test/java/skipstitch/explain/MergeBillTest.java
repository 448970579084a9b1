package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skipstitch.explain.MergeBill.Column;
import skipstitch.network.Cost;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

class MergeBillTest {

    @Test
    void showsThatTheNextConvolutionPaysForConcat() {
        List<Column> columns = MergeBill.of(Presets.first().network(), NodeId.of("merge")).columns();
        assertThat(columns).extracting(Column::variant).containsExactly(Variant.NO_SKIP, Variant.ADD, Variant.CONCAT);
        assertThat(columns).extracting(Column::output).containsExactly(Optional.of(new Shape(8, 32, 32)),
                Optional.of(new Shape(8, 32, 32)), Optional.of(new Shape(16, 32, 32)));
        assertThat(columns).extracting(Column::mergeBytes)
                .containsExactly(Optional.empty(), Optional.of(32_768L), Optional.of(65_536L));
        assertThat(columns).extracting(column -> column.next().orElseThrow().cost()).containsExactly(
                new Cost(576, 589_824, 32_768), new Cost(576, 589_824, 32_768), new Cost(1152, 1_179_648, 32_768));
        assertThat(columns).extracting(Column::recoverable).containsExactly(Optional.empty(), Optional.empty(), Optional.of("x"));
        assertThat(columns).extracting(Column::projectionParams).containsOnly(0L);
        assertThat(columns).extracting(column -> column.network().params()).containsExactly(1800L, 1800L, 2376L);
    }

    @Test
    void countsTheProjectionThatAddNeeds() {
        NetworkBuilder net = new NetworkBuilder("widening");
        NodeId x = net.chain("x", Conv.same(2, 3), net.input(1, 6, 6));
        NodeId merge = net.merge("merge", new Layer.Concat(), x, net.chain("f", Conv.same(4, 3), x));
        List<Column> columns = MergeBill.of(net.build(), merge).columns();
        assertThat(columns).extracting(Column::projectionParams).containsExactly(0L, 8L, 0L);
        assertThat(columns).extracting(Column::next).containsOnly(Optional.empty());
    }

    @Test
    void hasNoOutputWhereTheMergeMisfits() {
        NetworkBuilder net = new NetworkBuilder("misfit");
        NodeId x = net.chain("x", Conv.same(2, 3), net.input(1, 6, 6));
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(4, 3), x));
        assertThat(MergeBill.of(net.build(), merge).columns()).extracting(Column::output).containsOnly(Optional.empty());
    }
}
