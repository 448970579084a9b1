package skipstitch.network.skips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.skips.Repair.Kind;

/** Every repair mends, and the one from the papers stands first. */
class RepairsTest {
    private static final Shape SKIP = new Shape(8, 32, 32);
    private static final Shape MAIN = new Shape(16, 16, 16);

    private static Repair one(List<Repair> repairs, String title) {
        return repairs.stream().filter(repair -> repair.title().equals(title)).findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among " + titles(repairs)));
    }

    private static List<String> titles(List<Repair> repairs) {
        return repairs.stream().map(Repair::title).toList();
    }

    @Test
    void anAddThatGoesDownIsMendedAsInResNet() {
        List<Repair> repairs = Repairs.forAdd(SKIP, MAIN);
        assertThat(titles(repairs)).containsExactly("1×1 conv, 16 filters, stride 2",
                "subsample /2, then 8 zero channels",
                "2×2 max pool, then 1×1 conv, 16 filters", "2×2 max pool, then 8 zero channels",
                "2×2 average pool, then 1×1 conv, 16 filters", "2×2 average pool, then 8 zero channels",
                "centre crop to 16×16, then 1×1 conv, 16 filters", "centre crop to 16×16, then 8 zero channels");
        Repair optionB = repairs.getFirst();
        assertThat(optionB).isEqualTo(new Repair(Kind.PROJECTION, List.of(Conv.same(16, 1).strided(2)), MAIN,
                new Cost(128, 128 * 256, 4 * 16 * 256), "1×1 conv, 16 filters, stride 2",
                "drops three quarters of the positions; a learned mixture of channels", true));
        Repair optionA = repairs.get(1);
        assertThat(optionA.layers()).containsExactly(new Layer.Subsample(2), new Layer.ZeroPadChannels(0, 8));
        assertThat(optionA.own().params()).isZero();
        assertThat(optionA.information())
                .isEqualTo("drops three quarters of the positions; 8 channels of zeros: nothing new");
    }

    @Test
    void aConcatThatGoesDownIsPooledAndKeepsItsChannels() {
        List<Repair> repairs = Repairs.forConcat(SKIP, MAIN);
        assertThat(titles(repairs)).containsExactly("2×2 max pool", "2×2 average pool", "subsample /2",
                "1×1 conv, 8 filters, stride 2", "centre crop to 16×16");
        assertThat(repairs).extracting(Repair::result).containsOnly(new Shape(24, 16, 16));
        assertThat(repairs.getFirst().information()).isEqualTo("keeps the largest of each 2×2");
        assertThat(repairs.getFirst().own().params()).isZero();
    }

    @Test
    void equalSizesNeedOnlyTheirChannelsMended() {
        assertThat(titles(Repairs.forAdd(new Shape(8, 5, 7), new Shape(16, 5, 7))))
                .containsExactly("1×1 conv, 16 filters", "8 zero channels");
        assertThat(titles(Repairs.forAdd(new Shape(16, 5, 7), new Shape(8, 5, 7))))
                .containsExactly("1×1 conv, 8 filters");
        assertThat(Repairs.forConcat(new Shape(16, 5, 7), new Shape(8, 5, 7))).isEmpty();
        assertThat(Repairs.forAdd(SKIP, SKIP)).isEmpty();
    }

    /** Ronneberger et al. 2015: what the unpadded convolutions lost is cut from the encoder's maps. */
    @ParameterizedTest
    @CsvSource({"64, 56, 4", "136, 104, 16", "280, 200, 40", "568, 392, 88"})
    void uNetCropsItsEncoder(int encoder, int decoder, int border) {
        Repair repair = Repairs.forConcat(new Shape(2, encoder, encoder), new Shape(2, decoder, decoder)).getFirst();
        assertThat(repair.layers()).containsExactly(new Layer.Crop(Padding.all(border)));
        assertThat(repair.result()).isEqualTo(new Shape(4, decoder, decoder));
        assertThat(repair.information()).isEqualTo("cuts a border of " + border + " pixels away");
        assertThat(repair.usual()).isTrue();
    }

    @Test
    void whatIsTooSmallIsUpsampledPaintedRepeatedOrPadded() {
        List<Repair> repairs = Repairs.forConcat(new Shape(8, 16, 16), new Shape(4, 32, 32));
        assertThat(titles(repairs)).containsExactly("bilinear ×2", "2×2 up-conv, 8 filters, stride 2", "nearest ×2",
                "zero-pad to 32×32");
        assertThat(repairs).extracting(Repair::result).containsOnly(new Shape(12, 32, 32));
        assertThat(repairs).extracting(Repair::information).containsExactly("fills in between the values: nothing new",
                "paints a learned 2×2 patch for each position", "repeats each value 4 times",
                "puts zeros around, a border of 8 pixels: nothing new");
        assertThat(repairs.get(1).own().params()).isEqualTo(8 * 8 * 4);
        assertThat(titles(Repairs.forAdd(new Shape(8, 16, 16), new Shape(4, 32, 32)))).startsWith(
                "bilinear ×2, then 1×1 conv, 4 filters", "2×2 up-conv, 4 filters, stride 2");
    }

    /** Strides round up; pools round down, and up where down is too little. */
    @Test
    void oddSizesAreMendedToThePixel() {
        List<Repair> up = Repairs.forConcat(new Shape(1, 33, 33), new Shape(1, 17, 17));
        assertThat(titles(up)).containsExactly("2×2 max pool, rounded up", "2×2 average pool, rounded up",
                "subsample /2", "1×1 conv, 1 filter, stride 2", "centre crop to 17×17");
        assertThat(one(up, "subsample /2").information()).isEqualTo("keeps 289 positions of 1089");
        List<Repair> down = Repairs.forConcat(new Shape(1, 33, 33), new Shape(1, 16, 16));
        assertThat(titles(down)).containsExactly("2×2 max pool", "2×2 average pool", "centre crop to 16×16");
        List<Repair> enlarged = Repairs.forConcat(new Shape(1, 12, 12), new Shape(1, 23, 23));
        assertThat(titles(enlarged)).containsExactly("bilinear ×2, then crop to 23×23",
                "2×2 up-conv, 1 filter, stride 2", "nearest ×2, then crop to 23×23", "zero-pad to 23×23");
        assertThat(titles(Repairs.forConcat(new Shape(1, 23, 23), new Shape(1, 24, 24))))
                .containsExactly("zero-pad to 24×24");
    }

    @Test
    void heightAndWidthMayDifferByOtherFactors() {
        Window halved = new Window(new Size(2, 1), new Size(2, 1), Padding.NONE, Size.ONE);
        List<Repair> repairs = Repairs.forConcat(new Shape(3, 32, 16), new Shape(3, 16, 16));
        assertThat(repairs.getFirst().layers()).containsExactly(new Layer.MaxPool(halved, false));
        assertThat(repairs).extracting(Repair::kind)
                .containsExactly(Kind.MAX_POOL, Kind.AVERAGE_POOL, Kind.PROJECTION, Kind.CROP);
        assertThat(repairs.get(2).title()).isEqualTo("1×1 conv, 3 filters, stride 2×1");
        assertThat(repairs.get(2).information()).startsWith("drops half of the positions");
        assertThat(titles(Repairs.forConcat(new Shape(3, 16, 16), new Shape(3, 32, 16))))
                .containsExactly("2×1 up-conv, 3 filters, stride 2×1", "zero-pad to 32×16");
        Repair both = Repairs.forConcat(new Shape(3, 32, 16), new Shape(3, 16, 32)).getFirst();
        assertThat(both.layers()).containsExactly(new Layer.Crop(new Padding(8, 0, 8, 0)),
                new Layer.ZeroPad(new Padding(0, 8, 0, 8)));
        assertThat(both.kind()).isEqualTo(Kind.CROP);
    }

    @Test
    void whatWouldBeTooLargeForAnArrayIsNotOffered() {
        assertThat(Repairs.forConcat(Shape.vector(1), new Shape(Integer.MAX_VALUE / 4, 2, 2))).isEmpty();
        assertThat(Repairs.forAdd(Shape.vector(1 << 20), Shape.vector(1 << 24)))
                .extracting(Repair::kind).containsExactly(Kind.ZERO_CHANNELS);
    }

    @Test
    void everyRepairMendsAndOnlyTheFirstIsUsual() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            Shape skip = shape(random);
            Shape main = random.nextInt(4) == 0 ? skip.withChannels(1 + random.nextInt(9)) : shape(random);
            check(skip, main, new Layer.Add(), Repairs.forAdd(skip, main), skip.equals(main));
            check(skip, main, new Layer.Concat(), Repairs.forConcat(skip, main), skip.sameSizeAs(main));
        }
    }

    private static Shape shape(Random random) {
        int most = random.nextInt(5) == 0 ? 600 : 36;
        return new Shape(1 + random.nextInt(9), 1 + random.nextInt(most), 1 + random.nextInt(most));
    }

    private static void check(Shape skip, Shape main, Layer.Merge merge, List<Repair> repairs, boolean fits) {
        String context = merge.op() + " of skip " + skip + " and main " + main + ": ";
        assertThat(repairs.isEmpty()).as(context + "is there a repair").isEqualTo(fits);
        assertThat(repairs.stream().filter(Repair::usual)).as(context + "usual").hasSize(fits ? 0 : 1);
        assertThat(Repairs.usual(merge, skip, main)).as(context).isEqualTo(repairs.stream().findFirst());
        assertThat(titles(repairs)).as(context).doesNotHaveDuplicates();
        for (Repair repair : repairs) {
            String which = context + repair;
            Network mended = mended(skip, main, merge, repair.layers());
            assertThat(Shapes.of(mended).find(NodeId.of("merge"))).as(which).contains(repair.result());
            assertThat(repair.result().sameSizeAs(main)).as(which).isTrue();
            Costs costs = Costs.of(Variant.AS_DRAWN.of(mended));
            long params = mended.nodes().stream().mapToLong(node -> costs.of(node.id()).params()).sum();
            assertThat(repair.own().params()).as(which).isEqualTo(params);
            assertThat(repair.information()).as(which).isNotBlank();
        }
    }

    private static Network mended(Shape skip, Shape main, Layer.Merge merge, List<Layer> layers) {
        NetworkBuilder net = new NetworkBuilder("mended");
        NodeId end = net.node("skip", new Layer.Input(skip));
        for (int i = 0; i < layers.size(); i++) {
            end = net.node("r" + i, layers.get(i), Inlet.main(end));
        }
        net.merge("merge", merge, end, net.node("main", new Layer.Input(main)));
        return net.build();
    }
}
