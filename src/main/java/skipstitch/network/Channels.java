package skipstitch.network;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import skipstitch.network.Origins.Origin;

/** The origins of a tensor's channels, kept as runs of neighbours: a tensor may have 2³¹−1 channels. */
final class Channels extends AbstractList<Origin> implements RandomAccess {
    static final Channels NONE = new Channels(List.of());

    private final List<Run> runs;
    private final int[] ends;

    /**
     * Neighbouring channels of one node's tensor.
     *
     * @param first index of the first one there
     * @param place of the first one among the channels with which an add would put it
     */
    private record Run(NodeId mixer, int first, int place, int count, boolean bySkip) {
        Run at(int newPlace) {
            return new Run(mixer, first, newPlace, count, bySkip);
        }
    }

    private Channels(List<Run> runs) {
        this.runs = List.copyOf(runs);
        this.ends = new int[runs.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += runs.get(i).count();
            ends[i] = end;
        }
    }

    /** Channels that a node has newly mixed. */
    static Channels fresh(NodeId mixer, int count) {
        return new Channels(List.of(new Run(mixer, 0, 0, count, false)));
    }

    /** As a concat takes them in by a skip. */
    Channels bySkip() {
        return new Channels(runs.stream()
                .map(run -> new Run(run.mixer(), run.first(), run.place(), run.count(), true)).toList());
    }

    /** One after another; an add in the concat's stead would lay them all on each other. */
    static Channels merged(List<Channels> parts) {
        List<Run> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.runs));
        return new Channels(all);
    }

    /** One after another in every lane. */
    static Channels joined(List<Channels> parts) {
        List<Run> all = new ArrayList<>();
        int place = 0;
        for (Channels part : parts) {
            all.addAll(part.movedBy(place).runs);
            place += part.places();
        }
        return new Channels(all);
    }

    /** With new channels of a node before and after. */
    Channels framed(NodeId mixer, int before, int after) {
        List<Run> all = new ArrayList<>();
        if (before > 0) {
            all.add(new Run(mixer, 0, 0, before, false));
        }
        all.addAll(movedBy(before).runs);
        if (after > 0) {
            all.add(new Run(mixer, before + size(), before + places(), after, false));
        }
        return new Channels(all);
    }

    /** Each channel as {@code area} ones. */
    Channels flattened(int area) {
        return new Channels(runs.stream().map(run -> new Run(run.mixer(), run.first() * area, run.place() * area,
                run.count() * area, run.bySkip())).toList());
    }

    private Channels movedBy(int places) {
        return new Channels(runs.stream().map(run -> run.at(run.place() + places)).toList());
    }

    /** How many channels there were if each merge of a skip were an add. */
    int places() {
        return runs.stream().mapToInt(run -> run.place() + run.count()).max().orElse(0);
    }

    /** The channels that lie on one place, in order. */
    List<Integer> at(int place) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            Run run = runs.get(i);
            if (place >= run.place() && place < run.place() + run.count()) {
                all.add(ends[i] - run.count() + place - run.place());
            }
        }
        return all;
    }

    @Override
    public Origin get(int channel) {
        int at = 0;
        while (channel >= ends[at]) {
            at++;
        }
        Run run = runs.get(at);
        int offset = channel - (ends[at] - run.count());
        return new Origin(run.mixer(), run.first() + offset, run.place() + offset, run.bySkip());
    }

    @Override
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }
}
