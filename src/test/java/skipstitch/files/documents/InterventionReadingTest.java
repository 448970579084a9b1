package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.files.documents.SkipFileTest.reread;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.document.Document;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;

class InterventionReadingTest {
    private static final String PLAIN = DocumentWriting.text(SkipFileTest.document(Presets.first().network()));
    private static final Edge X = new Edge(NodeId.of("merge"), 0);
    private static final Edge F = new Edge(NodeId.of("merge"), 1);

    private static ReadDocument with(String interventions) throws UnreadableDocument {
        return reread(PLAIN.replace("  \"picture\"", "  \"interventions\": [\n    " + interventions
                + "\n  ],\n  \"picture\""));
    }

    @Test
    void theyAreWrittenEdgeByEdge() {
        TreeMap<Pixel, Float> added = new TreeMap<>();
        added.put(new Pixel(3, 12, 19), 0.5f);
        added.put(new Pixel(3, 12, 20), 1f);
        added.put(new Pixel(3, 13, 19), -2f);
        Document document = SkipFileTest.document(Presets.first().network()).withKnob(0.5)
                .withInterventions(Interventions.none().with(F, new Shuffle(7, true)).with(F, new Volume(0.1f))
                        .with(F, new EraseAll()).with(X, new Paint(added)).with(X, new Erase(List.of(5, 0))));
        assertThat(DocumentWriting.text(document)).contains("""
                  "knob": 0.5,
                  "interventions": [
                    {"into": "merge", "inlet": 0, "paint": [[3, 12, 19, 0.5, 1], [3, 13, 19, -2]], "erase": [0, 5]},
                    {"into": "merge", "inlet": 1, "shuffle": 7, "kernelsAlike": true, "volume": 0.1, "eraseAll": true}
                  ],
                """);
    }

    @Test
    void aFileWithoutThemHasNone() throws UnreadableDocument {
        assertThat(PLAIN).doesNotContain("knob", "interventions");
        assertThat(reread(PLAIN).document().interventions().isNone()).isTrue();
        assertThat(reread(PLAIN).document().knob()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"into": "merge", "inlet": 2, "volume": 2}      | merge has no inlet 2; they count from 0 to 1
            {"into": "gone", "inlet": 0, "volume": 2}       | there is no node gone
            {"inlet": 0, "volume": 2}                       | “into” is missing
            {"into": "merge", "inlet": 0, "volume": 0.001}  | 0.001 is out of range: from 0.01 to 100 is right
            {"into": "merge", "inlet": 0, "paint": [[1, 2]]} | [channel, row, column, value, …] should stand here
            {"into": "merge", "inlet": 0, "erase": [-1]}    | -1 is out of range
            {"into": "merge", "inlet": 0, "shuffle": "no"}  | a whole number should stand here, not “no”
            7                                               | an object in braces should stand here, not 7
            """)
    void whatIsWrongIsNamedWithItsLineAndTheRestIsKept(String wrong, String complaint) throws UnreadableDocument {
        ReadDocument opened = with(wrong + ",\n    {\"into\": \"merge\", \"inlet\": 1, \"volume\": 3}");
        assertThat(opened.problems()).singleElement().asString().startsWith("Line 19, column").contains(complaint)
                .endsWith("This intervention is left out.");
        assertThat(opened.document().interventions()).isEqualTo(Interventions.none().with(F, new Volume(3)));
    }

    @Test
    void aWordThatNobodyKnowsIsNamedWithTheNearest() throws UnreadableDocument {
        ReadDocument opened = with("{\"into\": \"merge\", \"inlet\": 1, \"volume\": 3, \"shufle\": 1}");
        assertThat(opened.problems()).singleElement().asString().contains("“shufle”; the nearest is “shuffle”");
        assertThat(opened.document().interventions().on(F)).containsExactly(new Volume(3));
    }

    @ParameterizedTest
    @CsvSource({"-0.5", "2.5", "'\"far\"'"})
    void aKnobThatCannotStandThereIsItsOwn(String knob) throws UnreadableDocument {
        ReadDocument opened = reread(PLAIN.replace("\"seed\"", "\"knob\": " + knob + ",\n  \"seed\""));
        assertThat(opened.document().knob()).isEqualTo(2);
        assertThat(opened.problems()).singleElement().asString().contains("What is usual for “knob” is taken");
    }
}
