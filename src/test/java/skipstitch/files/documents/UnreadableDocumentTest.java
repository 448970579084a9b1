package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files of which nothing can be opened: one sentence says which file, where, what is wrong and what would be right. */
class UnreadableDocumentTest {
    @TempDir
    Path folder;

    private static void refuses(String text, String... words) {
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> SkipFileTest.reread(text))
                .satisfies(refusal -> assertThat(refusal.getMessage()).startsWith("“it.skip.json”").contains(words)
                        .hasLineCount(1).endsWith(".").hasSizeLessThan(500));
    }

    private static void refuses(Path file, String... words) {
        String name = file.getFileName().toString();
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> SkipFile.read(file))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words).contains(name)
                        .hasLineCount(1).endsWith("."));
    }

    @Test
    void anEmptyFile() throws IOException {
        refuses(Files.createFile(folder.resolve("empty.skip.json")), "is empty");
        refuses(" \n ", "does not begin with a “{”");
    }

    @Test
    void aFolder() {
        refuses(folder, "is a folder");
    }

    @Test
    void aFileThatIsNotThere() {
        refuses(folder.resolve("gone.skip.json"), "is not there");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayNotBeRead() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        Path file = Files.writeString(folder.resolve("mine.skip.json"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        refuses(file, "may not be read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceThatNeverEnds() {
        refuses(Path.of("/dev/zero"), "is not an ordinary file");
    }

    @Test
    void whatIsNoJson() throws IOException {
        refuses("Dear all, this is a letter.", "does not begin with a “{”");
        refuses("[1, 2]", "does not begin with a “{”");
        refuses("{\"skipstitch\" 1}", "line 1, column", "near", "a comma");
        refuses("{nodes: []}", "line 1, column 2", "quotation mark");
        Path picture = folder.resolve("house.png.skip.json");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0});
        refuses(picture, "is no network of Skipstitch");
    }

    @Test
    void otherJson() {
        refuses("{}", "“skipstitch”, its version, is missing");
        refuses("{\"name\": \"left-pad\", \"version\": \"1.0.0\"}", "“skipstitch”, its version, is missing");
        refuses("{\"skipstitch\": 1}", "“nodes” is missing");
        refuses("{\"skipstitch\": 1, \"nodes\": 8}", "line 1, column 28", "a list should stand here, not 8");
    }

    @Test
    void aNewerVersion() {
        refuses("{\"skipstitch\": 7, \"blocks\": {}}",
                "was made by a newer Skipstitch (version 7); this one reads version 1: update the app");
    }

    @Test
    void aVersionThatIsNone() {
        refuses("{\"skipstitch\": \"1\", \"nodes\": []}", "line 1, column 16", "whole number", "“1”");
        refuses("{\"skipstitch\": 0, \"nodes\": []}", "out of range");
        refuses("{\"skipstitch\": 1e999, \"nodes\": []}", "whole number", "1e999");
        refuses("{\"skipstitch\": null, \"nodes\": []}", "whole number", "null");
    }

    @Test
    void aFileThatBreaksOffBeforeItsFirstNode() {
        refuses("{\"skipstitch\": 1, \"network\": \"res", "breaks off", "Nothing of the network can be kept");
        refuses("{\"skipstitch\": 1,\n \"nodes\": [{\"id\": \"inp", "line 2, column", "breaks off");
    }

    @Test
    void aNetworkOfUnknownLayersOnly() {
        refuses("{\"skipstitch\": 1, \"nodes\": [{\"id\": \"a\", \"op\": \"attention\"}]}", "“attention”",
                "Nothing of the network can be kept");
    }

    @Test
    void aNetworkWithoutNodes() {
        refuses("{\"skipstitch\": 1, \"nodes\": []}", "without nodes", "an input");
    }

    @Test
    void deepNesting() {
        refuses("{\"skipstitch\": 1, \"nodes\": " + "[".repeat(5_000_000), "more than 10 deep");
        refuses("{\"skipstitch\": 1, \"a\":".repeat(100_000), "more than 10 deep");
    }

    @Test
    void aMillionNodes() {
        String nodes = IntStream.range(0, 1_000_000).mapToObj(i -> "{\"id\": \"n" + i + "\", \"op\": \"relu\"}")
                .collect(Collectors.joining(",\n"));
        refuses("{\"skipstitch\": 1, \"nodes\": [\n" + nodes + "]}", "line 10002", "at most 10,000 nodes");
    }

    @Test
    void aMillionValues() {
        String row = "[" + "0,".repeat(9_000) + "0]";
        refuses("{\"skipstitch\": 1, \"nodes\": [" + (row + ",").repeat(200) + row + "]}", "a million values");
    }

    @Test
    void moreThanSixtyFourMebibytes() throws IOException {
        Path file = folder.resolve("large.skip.json");
        Files.write(file, ("{\"skipstitch\": 1, \"nodes\": []}" + " ".repeat(64 << 20))
                .getBytes(StandardCharsets.US_ASCII));
        refuses(file, "64 MiB");
    }
}
