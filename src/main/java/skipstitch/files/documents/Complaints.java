package skipstitch.files.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with one file, in sentences with the place. */
final class Complaints {
    /** More than these nobody reads. */
    private static final int MOST = 20;
    private static final int LONGEST = 60;

    private final String file;
    private final List<String> first = new ArrayList<>();
    private String earliest = "";
    private int count;

    /** @param file the file's name, for a person */
    Complaints(String file) {
        this.file = quoted(file);
    }

    /** @param remedy what is done about it, a sentence without its full stop */
    void add(Position at, String what, String remedy) {
        count++;
        if (first.isEmpty()) {
            earliest = at + ": " + what;
        }
        if (first.size() < MOST) {
            first.add(capitalised(at.toString()) + ": " + what + ". " + capitalised(remedy) + ".");
        }
    }

    void add(Wrong wrong, String remedy) {
        add(wrong.at(), wrong.getMessage(), remedy);
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(first);
        if (count > first.size()) {
            all.add("And " + (count - first.size()) + " more of the kind.");
        }
        return all;
    }

    /** Refuses the file as a whole. */
    UnreadableDocument refusal(String what) {
        return new UnreadableDocument(file + " " + what + ".");
    }

    UnreadableDocument refusal(Position at, String what) {
        return new UnreadableDocument(file + ", " + at + ": " + what + ".");
    }

    /** Refuses the file because of what was wrong first. */
    UnreadableDocument refusalByTheFirst() {
        return new UnreadableDocument(file + ", " + earliest + ". Nothing of the network can be kept.");
    }

    /** In quotation marks, on one line, and not too long. */
    static String quoted(String text) {
        return "“" + shortened(text) + "”";
    }

    static String shortened(String text) {
        String start = text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text;
        String line = start.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", " ").strip();
        return text.length() > start.length() || line.length() > LONGEST
                ? line.substring(0, Math.min(line.length(), LONGEST - 1)) + "…" : line;
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
