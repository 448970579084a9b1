package skipstitch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import skipstitch.network.Fit;
import skipstitch.network.Shape;

/** JSON in ASCII, which no console spoils. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    static String write(Map<String, Object> content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, words and numbers are always JSON", e);
        }
    }

    /** {@code [C, H, W]}. */
    static List<Integer> shape(Shape shape) {
        return List.of(shape.channels(), shape.height(), shape.width());
    }

    /** Says of a node without a shape what it breaks, or what it waits for. */
    static void putReason(Map<String, Object> entry, Fit fit) {
        switch (fit) {
            case Fit.Fits _ -> { }
            case Fit.Breaks breaks -> entry.put("misfit", breaks.misfit().why());
            case Fit.Waits waits -> entry.put("waitsFor", waits.upstream().value());
        }
    }
}
