package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Paint;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;

/**
 * Does something to tensors on their way, one act of a person: on one edge, or on several at once.
 *
 * @param on      what is done where
 * @param gesture acts of the same name and number are one step, as all of one drag; 0 for an act of its own
 */
public record Intervene(Map<Edge, Intervention> on, int gesture) implements Edit {

    /** @throws IllegalArgumentException if nothing is done */
    public Intervene {
        if (on.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to do");
        }
        on = Map.copyOf(on);
    }

    public static Intervene on(Edge edge, Intervention intervention) {
        return new Intervene(Map.of(edge, intervention), 0);
    }

    /** Paints on one branch of a merge and takes the same away from the other: their sum does not move. */
    public static Intervene painting(Edge branch, Edge other, Paint paint, int gesture) {
        Map<Edge, Intervention> both = new LinkedHashMap<>();
        both.put(branch, paint);
        both.put(other, paint.opposite());
        return new Intervene(both, gesture);
    }

    @Override
    public Document apply(Document document) {
        Interventions after = document.interventions();
        for (Map.Entry<Edge, Intervention> each : on.entrySet()) {
            if (document.network().inlet(each.getKey()).filter(inlet -> inlet.role() != Inlet.Role.INDICES)
                    .isPresent()) {
                after = after.with(each.getKey(), each.getValue());
            }
        }
        return document.withInterventions(after);
    }

    @Override
    public String name() {
        String merge = " into " + on.keySet().iterator().next().to();
        return switch (on.values().iterator().next().kind()) {
            case SHUFFLE -> "shuffle the channels" + merge;
            case VOLUME -> "turn the volume" + merge;
            case PAINT -> "paint on the tensors" + merge;
            case ERASE -> "erase channels" + merge;
            case ERASE_ALL -> "erase the tensor" + merge;
        };
    }

    @Override
    public Optional<String> typing() {
        return gesture == 0 ? Optional.empty() : Optional.of(name() + ", gesture " + gesture);
    }
}
