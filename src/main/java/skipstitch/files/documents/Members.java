package skipstitch.files.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an object of a file says, asked key by key; keys that nobody asked for are complained of at the end. */
final class Members {
    private final Json.Fields fields;
    private final Complaints complaints;
    private final List<String> asked = new ArrayList<>();

    Members(Json.Fields fields, Complaints complaints) {
        this.fields = fields;
        this.complaints = complaints;
    }

    /** @throws Wrong if the value is no object */
    static Members of(Json value, Complaints complaints) throws Wrong {
        return new Members(new Json.Fields(Values.fields(value), value.at()), complaints);
    }

    Position at() {
        return fields.at();
    }

    boolean has(String key) {
        return fields.values().containsKey(key);
    }

    /** Where a key's value stands, else where the object begins. */
    Position position(String key) {
        return has(key) ? fields.values().get(key).at() : at();
    }

    Optional<Json> take(String key) {
        asked.add(key);
        return Optional.ofNullable(fields.values().get(key));
    }

    /** @throws Wrong if it is not there, or is not what it should be */
    <T> T need(String key, Values.Reading<T> reading) throws Wrong {
        return reading.read(take(key).orElseThrow(() -> new Wrong(at(), Complaints.quoted(key) + " is missing")));
    }

    /** What is read, else something usual; a value that is wrong is complained of. */
    <T> T get(String key, Values.Reading<T> reading, T usual) {
        Optional<Json> found = take(key);
        if (found.isPresent()) {
            try {
                return reading.read(found.get());
            } catch (Wrong wrong) {
                complaints.add(wrong, "what is usual for “" + key + "” is taken");
            }
        }
        return usual;
    }

    /** @param of whose the keys are, for the message: {@code node conv1} */
    void complainOfTheRest(String of) {
        for (Map.Entry<String, Json> each : fields.values().entrySet()) {
            if (!asked.contains(each.getKey())) {
                complaints.add(each.getValue().at(), of + " has nothing called " + Values.nearest(each.getKey(), asked),
                        "it is left out");
            }
        }
    }
}
