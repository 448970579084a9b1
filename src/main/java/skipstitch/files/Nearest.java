package skipstitch.files;

import java.util.Comparator;
import java.util.List;

/** Words by how few edits they are away. */
public final class Nearest {
    private Nearest() {}

    /** All words, nearest first; of equally near ones the earlier. */
    public static List<String> of(String typed, List<String> words) {
        return words.stream().sorted(Comparator.comparingInt(word -> distance(typed, word))).toList();
    }

    public static String first(String typed, List<String> words) {
        return of(typed, words).getFirst();
    }

    /** Insertions, deletions and substitutions of one character (Levenshtein 1966). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
