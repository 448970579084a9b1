package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.files.documents.SkipFileTest.reread;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Inlet;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

/** Files that are wrong in places: the places are named, and the rest is kept. */
class PartlyReadableTest {
    private static final Network NETWORK = Presets.first().network();
    private static final String WHOLE = DocumentWriting.text(SkipFileTest.document(NETWORK));

    private static ReadDocument.Partly changed(String from, String to) throws UnreadableDocument {
        assertThat(WHOLE).contains(from);
        return (ReadDocument.Partly) reread(WHOLE.replace(from, to));
    }

    private static List<String> ids(ReadDocument opened) {
        return opened.document().network().nodes().stream().map(node -> node.id().value()).toList();
    }

    @Test
    void aFileThatBreaksOffKeepsTheNodesBefore() throws UnreadableDocument {
        ReadDocument opened = reread(WHOLE.substring(0, WHOLE.indexOf("\"merge\", \"op\"")));
        assertThat(ids(opened)).containsExactly("input", "conv0", "conv1", "relu1", "conv2");
        assertThat(opened.problems()).singleElement().asString().startsWith("Line 10, column").contains("breaks off");
    }

    @Test
    void theLastNodeStaysThoughWhatItTookIsGone() throws UnreadableDocument {
        ReadDocument opened = reread("{\"skipstitch\": 1, \"nodes\": [{\"id\": \"a\", \"op\": \"attention\"}, "
                + "{\"id\": \"b\", \"op\": \"add\", \"from\": [\"a\", \"b\"]}]}");
        assertThat(ids(opened)).containsExactly("b");
        assertThat(opened.problems()).singleElement().asString().contains("“attention”");
    }

    @Test
    void everyPlaceToBreakOffIsSurvived() {
        int kept = 0;
        for (int end = 1; end < WHOLE.stripTrailing().length(); end++) {
            try {
                ReadDocument opened = reread(WHOLE.substring(0, end));
                assertThat(opened).isInstanceOf(ReadDocument.Partly.class);
                assertThat(NETWORK.nodes()).startsWith(opened.document().network().nodes().toArray(Node[]::new));
                kept++;
            } catch (UnreadableDocument refusal) {
                assertThat(refusal).message().contains("breaks off", "Nothing of the network can be kept");
            }
        }
        assertThat(kept).isGreaterThan(WHOLE.length() / 2);
    }

    @Test
    void damageKeepsTheNodesBefore() throws UnreadableDocument {
        ReadDocument opened = changed("\"relu1\", \"op\": \"relu\"", "\"relu1\" \"op\": \"relu\"");
        assertThat(ids(opened)).containsExactly("input", "conv0", "conv1");
        assertThat(opened.problems()).singleElement().asString().startsWith("Line 8, column 20").contains("comma");
    }

    @Test
    void anUnknownLayerIsLeftOutAndItsGapCloses() throws UnreadableDocument {
        ReadDocument opened = changed("\"op\": \"relu\", \"from\": \"conv1\"", "\"op\": \"rleu\", \"from\": \"conv1\"");
        assertThat(ids(opened)).doesNotContain("relu1");
        assertThat(opened.document().network().node(NodeId.of("conv2")).inlets())
                .containsExactly(Inlet.main(NodeId.of("conv1")));
        assertThat(opened.problems())
                .containsExactly("Line 8, column 27: there is no layer “rleu”; the nearest is “relu”. "
                + "Node relu1 is left out, and the gap is closed.");
    }

    @Test
    void anUnknownSettingIsNamedWithTheNearest() throws UnreadableDocument {
        ReadDocument opened = changed("\"filters\": 8, \"kernel\": 3, \"padding\": 1}",
                "\"filters\": 8, \"kernel\": 3, \"paddng\": 1}");
        assertThat(opened.document().network().nodes()).hasSameSizeAs(NETWORK.nodes());
        assertThat(opened.problems()).hasSize(4).first().asString().contains("conv conv0", "“paddng”", "“padding”");
    }

    @Test
    void anUnknownKeyOfTheFileIsNamed() throws UnreadableDocument {
        ReadDocument opened = changed("\"seed\"", "\"sed\"");
        assertThat(opened.document().network()).isEqualTo(NETWORK);
        assertThat(opened.problems()).singleElement().asString().contains("“sed”", "“seed”");
    }

    @Test
    void ofTwoNodesWithOneIdTheFirstIsKept() throws UnreadableDocument {
        ReadDocument opened = changed("\"id\": \"relu3\"", "\"id\": \"conv3\"");
        assertThat(ids(opened)).containsExactly("input", "conv0", "conv1", "relu1", "conv2", "merge", "conv3");
        assertThat(opened.problems()).singleElement().asString()
                .startsWith("Line 12, column 12: two nodes have the id “conv3”");
    }

    @Test
    void ofTwoEqualKeysTheFirstCounts() throws UnreadableDocument {
        ReadDocument opened = changed("\"seed\": 1", "\"seed\": 1, \"seed\": 2");
        assertThat(opened.document().seed()).isEqualTo(1);
        assertThat(opened.problems()).singleElement().asString().contains("“seed” stands there twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "99999999999 | out of range", "1e999 | whole number", "NaN | whole number", "-Infinity | whole number",
        "8.5 | whole number", "'\"8\"' | whole number", "null | whole number", "[8] | whole number",
        "true | whole number",
    })
    void aNodeWhoseSettingIsNoNumberIsLeftOut(String number, String words) throws UnreadableDocument {
        ReadDocument opened = changed("\"conv3\", \"op\": \"conv\", \"from\": \"merge\", \"filters\": 8",
                "\"conv3\", \"op\": \"conv\", \"from\": \"merge\", \"filters\": " + number);
        assertThat(ids(opened)).containsExactly("input", "conv0", "conv1", "relu1", "conv2", "merge", "relu3");
        assertThat(opened.problems()).singleElement().asString().startsWith("Line 11, column 63").contains(words);
    }

    @ParameterizedTest
    @CsvSource({"NaN, number should", "1e999, too large", "-Infinity, number should", "'\"\"', number should"})
    void aRealSettingIsAFiniteNumber(String number, String words) throws UnreadableDocument {
        ReadDocument opened = changed("\"op\": \"relu\", \"from\": \"conv1\"",
                "\"op\": \"leaky-relu\", \"from\": \"conv1\", \"slope\": " + number);
        assertThat(ids(opened)).doesNotContain("relu1");
        assertThat(opened.problems()).singleElement().asString().contains(words);
    }

    @Test
    void aSettingThatIsMostlyTheSameBecomesWhatIsUsual() throws UnreadableDocument {
        ReadDocument opened = changed("\"from\": \"input\", \"filters\": 8",
                "\"from\": \"input\", \"stride\": 1e999, \"filters\": 8");
        assertThat(opened.document().network()).isEqualTo(NETWORK);
        assertThat(opened.problems()).singleElement().asString().contains("1e999", "usual for “stride”");
    }

    @Test
    void negativeNumbersOpenAsAMisfit() throws UnreadableDocument {
        ReadDocument opened = reread(WHOLE.replace("\"from\": \"merge\", \"filters\": 8",
                "\"from\": \"merge\", \"filters\": -8"));
        assertThat(opened).isInstanceOf(ReadDocument.Whole.class);
        assertThat(Shapes.of(opened.document().network()).misfits()).extracting(Misfit::rule)
                .containsExactly(Misfit.Rule.SETTINGS);
    }

    @Test
    void aLoopOpensAsAMisfit() throws UnreadableDocument {
        ReadDocument opened = reread(WHOLE.replace("\"from\": \"conv0\"", "\"from\": \"relu3\""));
        assertThat(opened).isInstanceOf(ReadDocument.Whole.class);
        assertThat(Shapes.of(opened.document().network()).misfits()).extracting(Misfit::rule)
                .contains(Misfit.Rule.NO_CYCLE);
    }

    @Test
    void anEdgeFromNowhereOpensAsAMisfit() throws UnreadableDocument {
        ReadDocument opened = reread(WHOLE.replace("\"from\": \"relu1\"", "\"from\": \"nowhere\""));
        assertThat(opened).isInstanceOf(ReadDocument.Whole.class);
        assertThat(Shapes.of(opened.document().network()).misfits()).extracting(Misfit::rule)
                .containsExactly(Misfit.Rule.SOURCES_EXIST);
    }

    @ParameterizedTest
    @CsvSource({"../x", "/etc/passwd", "C:\\\\x", "A", "''", "a b", "-a"})
    void anIdThatIsNoneIsRefusedWithItsNode(String id) throws UnreadableDocument {
        ReadDocument opened = changed("\"id\": \"relu3\"", "\"id\": \"" + id + "\"");
        assertThat(ids(opened)).hasSize(7).doesNotContain("relu3");
        assertThat(opened.problems()).singleElement().asString().contains("is no node's id");
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd", "file:///etc/passwd", "https://example.org/cat.png", "/etc/hostname", "horse",
            "''"})
    void aPictureByPathIsRefused(String path) throws UnreadableDocument {
        ReadDocument opened = changed("\"picture\": \"house\"", "\"picture\": \"" + path + "\"");
        assertThat(opened.document()).isEqualTo(SkipFileTest.document(NETWORK));
        assertThat(opened.problems()).singleElement().asString()
                .contains("comes with the app", "never leads to other files", "house");
    }

    @Test
    void aDamagedPictureBecomesTheHouse() throws UnreadableDocument {
        for (String data : List.of("", "no base64!", "AAAA", "iVBORw0KGgo=")) {
            ReadDocument opened = changed("\"house\"", "{\"name\": \"me.png\", \"data\": \"" + data + "\"}");
            assertThat(opened.document().picture().picture()).isEqualTo(BuiltInPicture.HOUSE.load());
            assertThat(opened.problems()).singleElement().asString().contains("me.png", "The house is taken");
        }
    }

    @Test
    void anEnormousPictureBecomesTheHouse() throws UnreadableDocument {
        byte[] bitmap = new byte[54];
        "BM".chars().forEach(each -> bitmap[each == 'B' ? 0 : 1] = (byte) each);
        bitmap[10] = 54;
        bitmap[14] = 40;
        bitmap[20] = 127;
        bitmap[24] = 127;
        bitmap[26] = 1;
        bitmap[28] = 24;
        String data = Base64.getEncoder().encodeToString(bitmap);
        ReadDocument opened = changed("\"house\"", "{\"name\": \"big\", \"data\": \"" + data + "\"}");
        assertThat(opened.document().picture().picture()).isEqualTo(BuiltInPicture.HOUSE.load());
        assertThat(opened.problems()).singleElement().asString().contains("big", "The house is taken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"x\": 0, \"y\": 0, \"width\": 9999, \"height\": 10}  | does not lie on the picture",
        "{\"x\": 0, \"y\": 0, \"width\": 0, \"height\": 10}     | wider and higher than 0",
        "{\"x\": 1e999, \"y\": 0, \"width\": 1, \"height\": 10} | too large",
        "{\"x\": 0}                                             | “y” is missing",
        "[0, 0, 9, 9]                                           | braces",
    })
    void aCropThatIsNoneIsTheMiddle(String crop, String words) throws UnreadableDocument {
        ReadDocument opened = changed("\"picture\"", "\"crop\": " + crop + ", \"picture\"");
        assertThat(opened.document()).isEqualTo(SkipFileTest.document(NETWORK));
        assertThat(opened.problems()).singleElement().asString().contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"conv1\": [1, 2, 3]} | [x, y] should stand here", "{\"conv1\": [1e300, 2]} | out of range",
        "{\"conv1\": [NaN, 2]}  | a number should",          "{\"../x\": [1, 2]}      | no node's id",
    })
    void aPlaceThatIsNoneIsLeftToTheLayout(String places, String words) throws UnreadableDocument {
        ReadDocument opened = changed("\"lanes\"", "\"places\": " + places + ", \"lanes\"");
        assertThat(opened.document()).isEqualTo(SkipFileTest.document(NETWORK));
        assertThat(opened.problems()).singleElement().asString().contains(words);
    }

    @Test
    void lanesAreKnownOnesOnceEach() throws UnreadableDocument {
        ReadDocument opened = changed("[\"add\", \"concat\"]", "[\"no-skip\", \"ad\", \"no-skip\"]");
        assertThat(opened.document().lanes()).containsExactly(Variant.NO_SKIP);
        assertThat(opened.problems()).hasSize(2).first().asString().contains("“ad”", "“add”");
        assertThat(changed("[\"add\", \"concat\"]", "\"add\"").document().lanes())
                .containsExactly(Variant.ADD, Variant.CONCAT);
    }

    @ParameterizedTest
    @CsvSource({"'{\"zoom\": 0, \"x\": 1, \"y\": 1}'", "'{\"zoom\": 1e9, \"x\": 1, \"y\": 1}'", "'{\"zoom\": 1}'", "7"})
    void aViewThatIsNoneIsWhereverTheLanesFit(String view) throws UnreadableDocument {
        ReadDocument opened = changed("\"lanes\"", "\"view\": " + view + ", \"lanes\"");
        assertThat(opened.document()).isEqualTo(SkipFileTest.document(NETWORK));
        assertThat(opened.problems()).hasSize(1);
    }

    @Test
    void whatIsSelectedIsThere() throws UnreadableDocument {
        Document document = reread(WHOLE.replace("[\"merge\"]",
                "[\"gone\"], \"selectedEdge\": {\"into\": \"merge\", \"inlet\": 9}"))
                .document();
        assertThat(document.selection().nodes()).isEmpty();
        assertThat(document.selection().edge()).isEmpty();
        assertThat(changed("[\"merge\"]", "[\"merge\"], \"selectedEdge\": {\"into\": \"merge\", \"inlet\": -1}")
                .problems()).hasSize(1);
    }

    @Test
    void whatFollowsTheEndIsLeftOut() throws UnreadableDocument {
        ReadDocument opened = reread(WHOLE + "{\"skipstitch\": 1}");
        assertThat(opened.document().network()).isEqualTo(NETWORK);
        assertThat(opened.problems()).singleElement().asString().contains("has ended");
    }

    @Test
    void aByteThatIsNoTextCostsOnlyItself() throws UnreadableDocument {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        bytes[WHOLE.indexOf("residual")] = (byte) 0xFF;
        ReadDocument opened = SkipFile.read(bytes, "it");
        assertThat(opened.document().network().nodes()).isEqualTo(NETWORK.nodes());
        assertThat(opened.document().network().name()).isEqualTo("\uFFFDesidual-block");
        assertThat(opened.problems()).singleElement().asString().startsWith("Line 3, column 15: this is no text");
    }

    @Test
    void aMarkAtTheBeginningAndOtherLineEndsDoNotMatter() throws UnreadableDocument {
        assertThat(reread("\uFEFF" + WHOLE.replace("\n", "\r\n"))).isEqualTo(reread(WHOLE));
    }

    @Test
    void ofVeryManyProblemsTheFirstAreNamed() throws UnreadableDocument {
        StringBuilder nodes = new StringBuilder("{\"id\": \"input\", \"op\": \"input\", \"shape\": [1, 8, 8]}");
        for (int i = 0; i < 9_000; i++) {
            nodes.append(", {\"id\": \"n").append(i).append("\", \"op\": \"what\", \"from\": \"")
                    .append(i == 0 ? "input" : "n" + (i - 1)).append("\"}");
        }
        ReadDocument opened = reread("{\"skipstitch\": 1, \"nodes\": [" + nodes + "]}");
        assertThat(ids(opened)).containsExactly("input");
        assertThat(opened.problems()).hasSize(21).last().asString().contains("8980 more");
    }

    @Test
    void aLayerInUpperCaseIsNamedWithTheOneInLowerCase() throws UnreadableDocument {
        assertThat(changed("\"op\": \"add\"", "\"op\": \"Add\"").problems()).first().asString()
                .contains("“Add”", "“add”");

    }

    @Test
    void aNetworkBesideThatIsWrongIsLeftOutAndTheOthersStay() throws UnreadableDocument {
        String node = "{\"id\": \"a\", \"op\": \"input\", \"shape\": [1, 2, 2]}";
        String beside = "\"beside\": [{\"network\": \"a\", \"nodes\": [" + node + "]}, 3, {\"network\": \"b\"}, "
                + "{\"network\": \"c\", \"nodes\": [{\"id\": \"a\", \"op\": \"attention\"}]}, "
                + "{\"network\": \"d\", \"nodes\": [" + node + "]}, {\"network\": \"e\", \"nodes\": [" + node
                + "]}, {\"network\": \"f\", \"nodes\": [" + node + "]}, {\"network\": \"a\", \"nodes\": [" + node
                + "], \"colour\": 1}], ";

        ReadDocument.Partly opened = changed("\"seed\": 1,", beside + "\"seed\": 1,");

        assertThat(opened.document().network()).isEqualTo(NETWORK);
        assertThat(opened.document().beside().stream().map(each -> each.network().name())).containsExactly("a", "d", "e");
        assertThat(opened.problems()).hasSize(7)
                .anyMatch(problem -> problem.contains("no more than 3 networks stand beside"))
                .anyMatch(problem -> problem.contains("“attention”"))
                .anyMatch(problem -> problem.contains("“nodes” is missing"));
    }
}
