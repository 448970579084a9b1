package skipstitch.files.races;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.Variant;
import skipstitch.training.Race;
import skipstitch.training.RaceLane;
import skipstitch.training.RaceSettings;

/** A race's settings as JSON. */
final class RaceJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RaceJson() {}

    /** @param engine what computes, for a person */
    static String of(Race race, String engine) {
        RaceSettings settings = race.settings();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("task", settings.task().word());
        all.put("network", settings.network().name());
        settings.network().inputShape().ifPresent(shape ->
                all.put("input", List.of(shape.channels(), shape.height(), shape.width())));
        all.put("merges", settings.merges().stream().map(Variant::word).toList());
        all.put("seeds", settings.seeds());
        all.put("steps", settings.steps());
        all.put("batch", settings.batch());
        all.put("learningRate", settings.rate());
        all.put("optimiser", settings.optimiser().word());
        all.put("every", settings.every());
        all.put("heldOut", settings.heldOut());
        all.put("equalParameters", settings.equalParameters());
        all.put("score", settings.task().score().word());
        all.put("engine", engine);
        all.put("lanes", race.lanes().stream().map(RaceJson::lane).toList());
        try {
            return MAPPER.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, words and numbers are always JSON", e);
        }
    }

    private static Map<String, Object> lane(RaceLane lane) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("merge", lane.variant().word());
        one.put("parameters", lane.parameters());
        one.put("changes", lane.changes());
        return one;
    }
}
