package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a written explanation.
 *
 * @param says   what it is for
 * @param tokens from left to right
 */
public record Line(Says says, List<Token> tokens) {
    private static final Pattern OPENING = Pattern.compile("([(\\[⌊⌈]|\\(−)$");
    private static final Pattern CLOSING = Pattern.compile("[)\\]⌋⌉,:]");

    public Line {
        tokens = List.copyOf(tokens);
    }

    /** What a line is for. */
    public enum Says {
        /** The value from its operands, in numbers. There is one such line, and it comes first. */
        VALUE,
        /** The same in names: {@code y = x + F(x)}. */
        NAMES,
        /** The parts of the branches of the selected merge. */
        BRANCHES,
        /** The parts of the input channels. */
        CHANNELS,
        /** A part of the value, worked out by itself. */
        ASIDE,
        /** Where it is copied from: {@code 8 + 3 = 11}. */
        PLACE,
        /** A sentence. */
        WORDS
    }

    /** As it is read, folds folded. */
    public String text() {
        return text(tokens);
    }

    /** Any tokens as they are read, folds folded. */
    public static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(i > 0 && areApart(tokens.get(i - 1), tokens.get(i)) ? " " : "").append(tokens.get(i).text());
        }
        return text.toString();
    }

    /** Whether there is a space between two neighbours: there is none inside of brackets. */
    public static boolean areApart(Token before, Token after) {
        boolean opens = before instanceof Token.Sign(String sign) && OPENING.matcher(sign).find();
        boolean closes = after instanceof Token.Sign(String sign) && CLOSING.matcher(sign).lookingAt();
        return !opens && !closes;
    }
}
