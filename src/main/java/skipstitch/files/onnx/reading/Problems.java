package skipstitch.files.onnx.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a model is no layer here, operators of one kind with one reason in one sentence. */
final class Problems {
    private static final int MOST_NAMES = 20;

    private final Map<Reason, List<String>> names = new LinkedHashMap<>();
    private int cut;

    private record Reason(String type, String why) {}

    void add(String type, String name, String why) {
        names.computeIfAbsent(new Reason(type, why), _ -> new ArrayList<>()).add(name);
    }

    /** One more operator that reads what is not there. */
    void cut() {
        cut++;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Sentences. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        names.forEach((reason, operators) -> all.add(Sentences.shortened(reason.type()) + " " + shown(operators) + ": "
                + reason.why() + "."));
        if (cut > 0) {
            all.add(cut == 1 ? "One more operator reads what these would have given, and is left out with them."
                    : cut + " more operators read what these would have given, and are left out with them.");
        }
        return all;
    }

    private static String shown(List<String> operators) {
        String first = String.join(", ", operators.stream().limit(MOST_NAMES).map(Sentences::quoted).toList());
        return operators.size() > MOST_NAMES ? first + " and " + (operators.size() - MOST_NAMES) + " more" : first;
    }
}
