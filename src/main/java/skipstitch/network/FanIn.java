package skipstitch.network;

import java.util.List;
import java.util.Optional;

/**
 * How many tensors a layer takes.
 *
 * @param least   least number of tensors (by {@code MAIN} or {@code SKIP})
 * @param most    largest number of them
 * @param indices whether an {@code INDICES} inlet is wanted besides
 */
public record FanIn(int least, int most, boolean indices) {
    static FanIn none() {
        return new FanIn(0, 0, false);
    }

    static FanIn exactly(int count) {
        return new FanIn(count, count, false);
    }

    static FanIn branches(int least) {
        return new FanIn(least, Integer.MAX_VALUE, false);
    }

    static FanIn withIndices() {
        return new FanIn(1, 1, true);
    }

    /** A sentence that says what is wrong with these inlets, or nothing. */
    public Optional<String> complaint(String title, List<Inlet> inlets) {
        long places = inlets.stream().filter(inlet -> inlet.role() == Inlet.Role.INDICES).count();
        long tensors = inlets.size() - places;
        if (tensors < least || tensors > most) {
            return Optional.of(title + " takes " + wanted() + ", but " + tensors + (tensors == 1 ? " comes" : " come") + " in");
        }
        if (places != (indices ? 1 : 0)) {
            return Optional.of(indices
                    ? title + " needs the indices of one max pool, but " + places + " come in"
                    : title + " takes no pooling indices");
        }
        return Optional.empty();
    }

    private String wanted() {
        String count = most == Integer.MAX_VALUE ? "at least " + least : most == 0 ? "no" : "exactly " + least;
        return count + (least == 1 ? " tensor" : " tensors");
    }
}
