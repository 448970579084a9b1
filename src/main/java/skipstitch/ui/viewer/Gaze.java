package skipstitch.ui.viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import skipstitch.explain.Branch;
import skipstitch.explain.Closeup;
import skipstitch.explain.Inspection.Block;
import skipstitch.tensor.ChannelOrder;

/** What the viewer shows of the open tensor: which channels in which order, the one selected, the value pointed at. */
final class Gaze {
    private final ReadOnlyObjectWrapper<Optional<Closeup>> closeup = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<List<Integer>>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Integer> selected = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Optional<Cell>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ChannelOrder> order = new SimpleObjectProperty<>(ChannelOrder.BY_INDEX);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ObjectProperty<Integer> alternative = new SimpleObjectProperty<>(0);
    private Optional<Cell> kept = Optional.empty();

    /** Of which branch channels are shown. */
    enum Filter {
        ALL, SKIP, MAIN;

        private boolean shows(Branch branch) {
            return switch (this) {
                case ALL -> true;
                case SKIP -> branch == Branch.SKIP;
                case MAIN -> branch == Branch.MAIN;
            };
        }
    }

    Gaze() {
        order.subscribe(_ -> arrange());
        filter.subscribe(_ -> arrange());
    }

    /** Another tensor, or the same one after another run, of which the same is shown as far as it is there. */
    void show(Closeup fresh) {
        boolean same = closeup.get().filter(fresh::isOfSameAs).isPresent();
        closeup.set(Optional.of(fresh));
        if (!same) {
            order.set(ChannelOrder.BY_INDEX);
            selected.set(0);
            alternative.set(0);
        }
        if (!same || !hasBranches()) {
            filter.set(Filter.ALL);
        }
        kept = kept.filter(cell -> same && cell.isIn(fresh.tensor().shape()));
        pointed.set(kept);
        arrange();
    }

    /** Lets the tensor go. */
    void forget() {
        closeup.set(Optional.empty());
        kept = Optional.empty();
        pointed.set(kept);
        groups.set(List.of());
    }

    private void arrange() {
        groups.set(closeup.get().map(this::grouped).orElse(List.of()));
        List<Integer> shown = channels();
        if (!shown.isEmpty() && !shown.contains(selected.get())) {
            select(shown.getFirst());
        }
    }

    /** By index, what came in together stands together. */
    private List<List<Integer>> grouped(Closeup now) {
        if (order.get().by() != ChannelOrder.By.INDEX) {
            return List.of(filtered(now, order.get().of(now.statistics())));
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Block block : now.blocks()) {
            List<Integer> channels = IntStream.range(block.first(), block.first() + block.count()).boxed().toList();
            all.add(filtered(now, order.get().descending() ? channels.reversed() : channels));
        }
        if (order.get().descending()) {
            Collections.reverse(all);
        }
        all.removeIf(List::isEmpty);
        return List.copyOf(all);
    }

    private List<Integer> filtered(Closeup now, List<Integer> channels) {
        return channels.stream().filter(channel -> filter.get().shows(now.branches().get(channel))).toList();
    }

    /** Whether there are channels of the skip and others of the main branch, to choose between. */
    boolean hasBranches() {
        return closeup.get().map(Closeup::branches)
                .filter(all -> all.contains(Branch.SKIP) && all.contains(Branch.MAIN)).isPresent();
    }

    /** The channels that are shown, first to last. */
    List<Integer> channels() {
        return groups.get().stream().flatMap(List::stream).toList();
    }

    void select(int channel) {
        if (channel != selected.get()) {
            alternative.set(0);
            selected.set(channel);
            kept = kept.map(cell -> cell.in(channel));
            pointed.set(kept);
        }
    }

    /** The pointer is over a value, or left them all: then the value that was kept is pointed at again. */
    void hover(Optional<Cell> cell) {
        pointed.set(cell.or(() -> kept));
    }

    /** Selects a value: its channel, and its place for as long as no other is pointed at. */
    void keep(Cell cell) {
        select(cell.channel());
        kept = Optional.of(cell);
        pointed.set(kept);
    }

    /** Moves the place that is kept within the selected channel; the first time to its middle. */
    void move(int rows, int columns) {
        closeup.get().map(now -> now.tensor().shape()).ifPresent(shape -> keep(
                kept.map(cell -> cell.in(selected.get()).moved(rows, columns, shape))
                        .orElseGet(() -> new Cell(selected.get(), shape.height() / 2, shape.width() / 2))));
    }

    /** The other lane's channel to show beside one; where several line up with it, one after another. */
    Optional<Integer> beside(int channel) {
        List<Integer> aligned = closeup.get().map(now -> now.aligned(channel)).orElse(List.of());
        return aligned.isEmpty() ? Optional.empty() : Optional.of(aligned.get(alternative.get() % aligned.size()));
    }

    /** Shows the next of the other lane's channels that line up with the selected one. */
    void nextBeside() {
        alternative.set(alternative.get() + 1);
    }

    ReadOnlyObjectProperty<Optional<Closeup>> closeup() {
        return closeup.getReadOnlyProperty();
    }

    /** Channels that stand together. */
    ReadOnlyObjectProperty<List<List<Integer>>> groups() {
        return groups.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Integer> selected() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Cell>> pointed() {
        return pointed.getReadOnlyProperty();
    }

    ObjectProperty<ChannelOrder> order() {
        return order;
    }

    ObjectProperty<Filter> filter() {
        return filter;
    }

    ObjectProperty<Integer> alternative() {
        return alternative;
    }
}
