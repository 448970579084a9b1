package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of broken files: each is opened as far as it can be, or refused in a sentence. */
class DocumentFuzzTest {
    private static final int FILES = 8_000;
    private static final String[] STRANGE = {"\"", "{", "}", "[", "]", ",", ":", "null", "1e999", "NaN", "-0", "-1",
        "0.5", "99999999999999999999", "\"../../etc/passwd\"", "\\u0000", "\\", "\u0000", "{\"skip\": 1}", "[[[[[[[[[[[[",
        "true", "\"id\": \"input\"", "\"op\": \"conv\"", "\"from\": []", "\"nodes\": {}", "\"skipstitch\": 2", "\"\""};

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aBrokenFileIsOpenedOrRefused() {
        int whole = 0;
        int partly = 0;
        int refused = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            String text = DocumentWriting.text(new RandomDocuments(new Random(seed % 500)).next());
            byte[] broken = broken(text, random);
            try {
                ReadDocument opened = SkipFile.read(broken, "broken");
                // What is opened can be saved, and is then whole.
                assertThat(SkipFileTest.reread(DocumentWriting.text(opened.document())))
                        .isEqualTo(new ReadDocument.Whole(opened.document()));
                if (opened instanceof ReadDocument.Whole) {
                    whole++;
                } else {
                    assertThat(opened.problems()).isNotEmpty()
                            .allMatch(problem -> problem.endsWith(".") && problem.lines().count() == 1);
                    partly++;
                }
            } catch (UnreadableDocument refusal) {
                assertThat(refusal.getMessage()).startsWith("“broken”").endsWith(".").hasLineCount(1);
                refused++;
            } catch (RuntimeException | Error failure) {
                fail("seed " + seed + ": " + failure + "\n" + new String(broken, StandardCharsets.UTF_8), failure);
            }
        }
        assertThat(whole).as("some damage is harmless").isPositive();
        assertThat(partly).as("most damage leaves something").isGreaterThan(FILES / 2);
        assertThat(refused).as("some leaves nothing").isPositive();
    }

    private static byte[] broken(String text, Random random) {
        String changed = text;
        for (int times = random.nextInt(4); times >= 0; times--) {
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(40));
            changed = switch (random.nextInt(6)) {
                case 0 -> changed.substring(0, from) + changed.substring(to);
                case 1 -> changed.substring(0, to) + changed.substring(from);
                case 2 -> changed.substring(0, from) + STRANGE[random.nextInt(STRANGE.length)]
                        + changed.substring(from);
                case 3 -> inPlaceOfAValue(changed, from, STRANGE[random.nextInt(STRANGE.length)]);
                case 4 -> swappedLines(changed, random);
                default -> times == 0 ? changed.substring(0, from) : changed;
            };
        }
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
        for (int flips = random.nextInt(3) == 0 ? random.nextInt(4) : 0; flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static String inPlaceOfAValue(String text, int near, String value) {
        int from = text.indexOf(": ", near);
        if (from < 0) {
            return text;
        }
        int to = from + 2;
        while (to < text.length() && ",}]\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(0, from + 2) + value + text.substring(to);
    }

    private static String swappedLines(String text, Random random) {
        String[] lines = text.split("\n", -1);
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String kept = lines[one];
        lines[one] = lines[other];
        lines[other] = kept;
        return String.join("\n", Arrays.asList(lines));
    }
}
