package skipstitch.files.documents;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Json {

    Position at();

    record Text(String value, Position at) implements Json {}

    /** As it is written, so that nothing is rounded or overflows before somebody asks. */
    record Number(String written, Position at) implements Json {}

    record Flag(boolean value, Position at) implements Json {}

    record Null(Position at) implements Json {}

    record Items(List<Json> values, Position at) implements Json {}

    record Fields(Map<String, Json> values, Position at) implements Json {}

    /** What it is, for a message: {@code “conv”}, {@code a list}. */
    default String words() {
        return switch (this) {
            case Text text -> Complaints.quoted(text.value());
            case Number number -> Complaints.shortened(number.written());
            case Flag flag -> Boolean.toString(flag.value());
            case Null _ -> "null";
            case Items _ -> "a list";
            case Fields _ -> "an object";
        };
    }
}
