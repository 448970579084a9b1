package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.explain.Inspection.Panel;
import skipstitch.network.Lane;
import skipstitch.network.presets.Presets;
import skipstitch.session.Results.Look;
import skipstitch.session.Spot;

/** Every pixel of a map has the colour of its value, and none has a colour between two. */
class PaintingViewTest {
    private static final long SEED = 11;

    @ParameterizedTest
    @CsvSource({"residual-block, 1600, 1000", "residual-block, 1280, 720", "encoder-decoder, 1366, 768"})
    void panelsArePaintedValueByValue(String preset, int width, int height) {
        try (WindowDriver window = WindowDriver.unsettled(Presets.find(preset).orElseThrow(), width, height, SharedEngine::start)) {
            window.settle();
            Random random = new Random(SEED);
            for (Panel panel : window.inspection().panels()) {
                int channel = random.nextInt(panel.shape().channels());
                int row = random.nextInt(panel.shape().height());
                int last = panel.shape().width() - 1;
                int[] colours = Painted.colours(panel.tensor(), channel, window.inspection().scale());
                List<Integer> ofRow = IntStream.rangeClosed(0, last).mapToObj(x -> colours[row * (last + 1) + x]).toList();
                List<Point2D> places = new ArrayList<>();
                for (int x = 0; x <= last; x++) {
                    places.add(window.place(panel.title(), channel, row, x));
                }
                WritableImage image = window.snapshot();
                String what = panel.title() + " channel " + channel + " row " + row + ", seed " + SEED;
                assertThat(places.stream().map(place -> WindowDriver.argb(image, place))).as(what).isEqualTo(ofRow);
                int y = (int) places.getFirst().getY();
                assertThat(IntStream.rangeClosed((int) places.getFirst().getX(), (int) places.getLast().getX())
                        .mapToObj(x -> image.getPixelReader().getArgb(x, y))).as(what).isSubsetOf(ofRow);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1600, 1000", "1280, 720", "1920, 1080"})
    void cardsArePaintedValueByValue(int width, int height) {
        try (WindowDriver window = WindowDriver.open(width, height)) {
            Panel sized = window.panel("skip x");
            for (Lane lane : window.session().comparison().get().lanes()) {
                for (String id : List.of("input", "conv1", "conv3")) {
                    Node card = window.node(lane.variant().word() + ":" + id);
                    Look look = WindowDriver.fx(() -> window.session().results().get().orElseThrow().looks()).entrySet().stream()
                            .filter(each -> each.getKey().value().equals(id)).findFirst().orElseThrow().getValue();
                    int[] colours = Painted.colours(look.maps().get(lane.variant()), 0, look.scale());
                    for (int row : new int[] {0, 13, 31}) {
                        List<Point2D> places = new ArrayList<>();
                        for (int x = 0; x < 32; x++) {
                            Spot spot = new Spot.InPanel(sized, 0, row, x);
                            WindowDriver.act(() -> window.session().pointed().set(Optional.of(spot)));
                            Point2D mark = window.marks(card).getFirst();
                            places.add(WindowDriver.fx(() -> card.localToScene(mark)));
                        }
                        WindowDriver.act(() -> window.session().pointed().set(Optional.empty()));
                        WritableImage image = window.snapshot();
                        assertThat(places.stream().map(place -> WindowDriver.argb(image, place)))
                                .as(card.getId() + " row " + row)
                                .isEqualTo(IntStream.range(0, 32).mapToObj(x -> colours[row * 32 + x]).toList());
                    }
                }
            }
        }
    }
}
