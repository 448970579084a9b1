package skipstitch.explain.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skipstitch.explain.Branch;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Token;

/** Puts tokens together, from left to right. */
final class Tokens {
    private static final Pattern NUMBER_OR_SIGN = Pattern.compile("\\d[\\d,.]*|[^\\s\\d]+");

    private final List<Token> all = new ArrayList<>();

    static Tokens of(String written) {
        return new Tokens().write(written);
    }

    /** A name with its colour. */
    Tokens name(String text, Branch branch) {
        all.add(new Token.Number(text, branch, Optional.empty()));
        return this;
    }

    Tokens word(String text) {
        all.add(new Token.Word(text));
        return this;
    }

    Tokens sign(String text) {
        all.add(new Token.Sign(text));
        return this;
    }

    /** Numbers and signs, with spaces between signs that are no pair of brackets: {@code ⌊( 32 − 3 ) / 2 ⌋ = 14}. */
    Tokens write(String written) {
        Matcher matcher = NUMBER_OR_SIGN.matcher(written);
        while (matcher.find()) {
            String part = matcher.group();
            all.add(Character.isDigit(part.charAt(0)) ? new Token.Number(part, Branch.NONE, Optional.empty())
                    : new Token.Sign(part));
        }
        return this;
    }

    List<Token> all() {
        return List.copyOf(all);
    }

    Line line(Line.Says says) {
        return new Line(says, all);
    }
}
