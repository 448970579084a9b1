package skipstitch.files.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;

/** Reads what is done to tensors; what is wrong with one edge's costs as little as it can. */
final class InterventionReading {
    private static final int STROKE_HEAD = 3;

    private final Network network;
    private final Complaints complaints;

    InterventionReading(Network network, Complaints complaints) {
        this.network = network;
        this.complaints = complaints;
    }

    Interventions read(List<Json> edges) {
        Interventions all = Interventions.none();
        for (Json value : edges) {
            try {
                Members members = Members.of(value, complaints);
                Edge edge = edge(members);
                List<Intervention> done = done(members);
                members.complainOfTheRest("an intervention");
                for (Intervention each : done) {
                    all = all.with(edge, each);
                }
            } catch (Wrong wrong) {
                complaints.add(wrong, "this intervention is left out");
            }
        }
        return all;
    }

    private Edge edge(Members members) throws Wrong {
        Edge edge = Values.edge(members);
        Optional<Inlet> inlet = network.inlet(edge);
        if (inlet.isEmpty()) {
            throw new Wrong(members.position("into"), network.has(edge.to())
                    ? edge.to() + " has no inlet " + edge.inlet() + "; they count from 0 to "
                            + (network.node(edge.to()).inlets().size() - 1)
                    : "there is no node " + edge.to());
        }
        if (inlet.get().role() == Inlet.Role.INDICES) {
            throw new Wrong(members.position("inlet"), "inlet " + edge.inlet() + " of " + edge.to()
                    + " takes pooling indices, which are left as they are; another inlet is right");
        }
        return edge;
    }

    private List<Intervention> done(Members members) throws Wrong {
        List<Intervention> done = new ArrayList<>();
        boolean alike = members.get("kernelsAlike", Values::flag, false);
        Optional<Json> shuffle = members.take("shuffle");
        if (shuffle.isPresent()) {
            done.add(new Shuffle(Values.whole(shuffle.get(), Long.MIN_VALUE, Long.MAX_VALUE), alike));
        }
        Optional<Json> volume = members.take("volume");
        if (volume.isPresent()) {
            done.add(volume(volume.get()));
        }
        Optional<Json> paint = members.take("paint");
        if (paint.isPresent()) {
            done.add(paint(paint.get()));
        }
        Optional<Json> erase = members.take("erase");
        if (erase.isPresent()) {
            done.add(erase(erase.get()));
        }
        if (members.get("eraseAll", Values::flag, false)) {
            done.add(new EraseAll());
        }
        return done;
    }

    private static Volume volume(Json value) throws Wrong {
        float factor = Values.real(value);
        if (!(factor >= Volume.LEAST && factor <= Volume.MOST)) {
            throw new Wrong(value.at(), value.words() + " is out of range: from 0.01 to 100 is right");
        }
        return new Volume(factor);
    }

    private static Paint paint(Json value) throws Wrong {
        SortedMap<Pixel, Float> added = new TreeMap<>();
        for (Json each : Values.items(value)) {
            List<Json> stroke = Values.items(each);
            if (stroke.size() <= STROKE_HEAD) {
                throw new Wrong(each.at(), "[channel, row, column, value, …] should stand here, not " + stroke.size()
                        + (stroke.size() == 1 ? " number" : " numbers"));
            }
            int x = Values.whole(stroke.get(2));
            for (int i = STROKE_HEAD; i < stroke.size(); i++) {
                float amount = Values.real(stroke.get(i));
                if (!Float.isFinite(amount)) {
                    throw new Wrong(stroke.get(i).at(), "paint is a finite number, not " + stroke.get(i).words());
                }
                added.put(new Pixel(Values.whole(stroke.get(0)), Values.whole(stroke.get(1)), x + i - STROKE_HEAD),
                        amount);
            }
            if (added.size() > Paint.MOST_PIXELS) {
                throw new Wrong(each.at(), "there is paint on more than 10,000 pixels; fewer are right");
            }
        }
        return new Paint(added);
    }

    private static Erase erase(Json value) throws Wrong {
        List<Integer> channels = new ArrayList<>();
        for (Json each : Values.items(value)) {
            channels.add((int) Values.whole(each, 0, Integer.MAX_VALUE));
        }
        return new Erase(channels);
    }
}
