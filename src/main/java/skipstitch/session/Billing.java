package skipstitch.session;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.bills.BillCsv;
import skipstitch.explain.bills.BillTable;
import skipstitch.explain.bills.BillWords;
import skipstitch.network.Network;
import skipstitch.session.Runner.Slot;

/**
 * What the network costs as drawn, with add, with concat and without skips: counted in the background as long as
 * somebody looks, and again after each edit. Used on the window's thread.
 */
public final class Billing implements Sheet {
    private final Session session;
    private final Runner runner;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Counted>> counted = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * A network's costs.
     *
     * @param sentence what is to be read out of them
     */
    public record Counted(Network drawn, NetworkBill bill, String sentence) {}

    Billing(Session session, Runner runner) {
        this.session = session;
        this.runner = runner;
        open.subscribe(_ -> count());
        session.comparison().subscribe(_ -> count());
    }

    private void count() {
        Network drawn = session.comparison().get().drawn();
        if (!open.get()) {
            runner.cancel(Slot.BILL);
        } else if (counted.get().filter(known -> known.drawn() == drawn).isEmpty()) {
            runner.submit(Slot.BILL, _ -> {
                NetworkBill bill = NetworkBill.of(drawn);
                return new Counted(drawn, bill, BillWords.of(drawn, bill));
            }, fresh -> counted.set(Optional.of(fresh)), session::fail);
        }
    }

    @Override
    public BooleanProperty openProperty() {
        return open;
    }

    /** The costs that were counted last; those of a network before while a new one's are counted. */
    public ReadOnlyObjectProperty<Optional<Counted>> counted() {
        return counted.getReadOnlyProperty();
    }

    /** All of it as text, with the columns aligned. */
    public Optional<String> text() {
        return counted.get().map(known -> known.sentence() + "\n\n" + BillTable.of(known.drawn(), known.bill()));
    }

    /** Saves all of it as CSV, to a file that the person names. */
    public void save() {
        counted.get().ifPresent(known -> session.viewing().exporting()
                .saveTable(BillCsv.of(known.bill()), Filing.stem(known.drawn().name()) + "-costs"));
    }
}
