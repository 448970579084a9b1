package skipstitch.files.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** From text to a JSON object, within bounds. Where the text breaks off or is broken, what stands before is kept. */
final class JsonParsing {
    /** Entries of one list or object; so a network has no more nodes either. */
    static final int MOST_ENTRIES = 10_000;
    private static final int MOST_VALUES = 1_000_000;
    private static final int DEEPEST = 10;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_NUMBER = 200;
    /** What is cut off within one of these loses its end only; deeper down half a thing is worse than none. */
    private static final int KEPT_IN_PART = 2;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(SkipFile.MOST_BYTES)
                    .maxNameLength(LONGEST_KEY).maxNumberLength(LONGEST_NUMBER).build())
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final String text;
    private final Complaints complaints;
    private final JsonParser parser;
    private int values;

    private JsonParsing(String text, Complaints complaints) throws IOException {
        this.text = text;
        this.complaints = complaints;
        this.parser = FACTORY.createParser(text);
    }

    /** @throws UnreadableDocument if the text is no JSON object, or larger than any that was ever saved */
    static Json.Fields parse(String text, Complaints complaints) throws UnreadableDocument {
        try {
            return new JsonParsing(text, complaints).root();
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory is always there", e);
        }
    }

    private Json.Fields root() throws IOException, UnreadableDocument {
        Json.Fields root = new Json.Fields(new LinkedHashMap<>(), Position.START);
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == text.length() || text.charAt(start) != '{') {
            throw complaints.refusal("is no network of Skipstitch: it does not begin with a “{”");
        }
        try {
            parser.nextToken();
            fields(root.values(), 1);
            if (parser.nextToken() != null) {
                complaints.add(position(parser.currentTokenLocation()), "the network has ended, but the file goes on",
                        "the rest is left out");
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            boolean ends = e instanceof JsonEOFException || at.getCharOffset() >= text.stripTrailing().length();
            complaints.add(position(at), ends ? "the file breaks off in the middle" : "the file is damaged here, near "
                    + near(at) + ": a quotation mark, a comma or a bracket may be missing",
                    "what stands before is kept");
        }
        return root;
    }

    private void fields(Map<String, Json> into, int depth) throws IOException, UnreadableDocument {
        for (int count = 1; parser.nextToken() != JsonToken.END_OBJECT; count++) {
            check(count);
            String key = parser.currentName();
            Position at = position(parser.currentTokenLocation());
            parser.nextToken();
            if (into.containsKey(key)) {
                complaints.add(at, Complaints.quoted(key) + " stands there twice", "the first one counts");
                value(depth, _ -> { });
            } else {
                value(depth, value -> into.put(key, value));
            }
        }
    }

    private void items(List<Json> into, int depth) throws IOException, UnreadableDocument {
        for (int count = 1; parser.nextToken() != JsonToken.END_ARRAY; count++) {
            check(count);
            value(depth, into::add);
        }
    }

    private void value(int depth, Consumer<Json> keep) throws IOException, UnreadableDocument {
        Position at = position(parser.currentTokenLocation());
        if (++values > MOST_VALUES) {
            throw complaints.refusal(at, "no network has more than a million values");
        }
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Json.Fields object = new Json.Fields(new LinkedHashMap<>(), at);
                container(object, depth, keep, () -> fields(object.values(), depth + 1));
            }
            case START_ARRAY -> {
                Json.Items list = new Json.Items(new ArrayList<>(), at);
                container(list, depth, keep, () -> items(list.values(), depth + 1));
            }
            case VALUE_STRING -> keep.accept(new Json.Text(parser.getText(), at));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> keep.accept(new Json.Number(parser.getText(), at));
            case VALUE_TRUE, VALUE_FALSE -> keep.accept(new Json.Flag(parser.getBooleanValue(), at));
            default -> keep.accept(new Json.Null(at));
        }
    }

    /** Reads what is in a list or an object. */
    private interface Inside {
        void read() throws IOException, UnreadableDocument;
    }

    private void container(Json container, int depth, Consumer<Json> keep, Inside inside)
            throws IOException, UnreadableDocument {
        if (depth >= DEEPEST) {
            throw complaints.refusal(container.at(), "lists and objects lie in each other more than " + DEEPEST
                    + " deep, which no network of Skipstitch needs");
        }
        if (depth < KEPT_IN_PART) {
            keep.accept(container);
            inside.read();
        } else {
            inside.read();
            keep.accept(container);
        }
    }

    private void check(int count) throws UnreadableDocument {
        if (count > MOST_ENTRIES) {
            throw complaints.refusal(position(parser.currentTokenLocation()),
                    "here begins entry 10,001 of one list; a network has at most 10,000 nodes");
        }
    }

    private static Position position(JsonLocation at) {
        return new Position(at.getLineNr(), at.getColumnNr());
    }

    private String near(JsonLocation at) {
        int end = (int) Math.clamp(at.getCharOffset() + 8, 0, text.length());
        return Complaints.quoted(text.substring(Math.max(0, end - 20), end));
    }
}
