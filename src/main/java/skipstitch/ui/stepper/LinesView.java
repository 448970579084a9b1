package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import skipstitch.explain.Branch;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.explain.arithmetic.Token;

/** Written lines: the value large in a card, what is said of it below. A folded part unfolds when it is pushed. */
final class LinesView extends VBox {
    /** A longer line is written smaller. */
    private static final int LARGE = 34;

    private static final Pattern LOW = Pattern.compile("_(\\w+)");

    private final Map<Hyperlink, Node> unfolded = new HashMap<>();

    LinesView(List<Line> lines) {
        getStyleClass().add("step-lines");
        lines.forEach(line -> getChildren().add(view(line)));
    }

    private TextFlow view(Line line) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("step-line", line.says().name().toLowerCase(Locale.ROOT));
        if (line.says() == Says.VALUE && line.text().length() <= LARGE) {
            flow.getStyleClass().add("large");
        }
        flow.setAccessibleText(line.text());
        fill(flow, line.tokens());
        return flow;
    }

    private void fill(TextFlow flow, List<Token> tokens) {
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && Line.areApart(tokens.get(i - 1), tokens.get(i))) {
                children.add(new Text(" "));
            }
            children.addAll(view(flow, tokens.get(i)));
        }
        flow.getChildren().setAll(children);
    }

    private List<Node> view(TextFlow flow, Token token) {
        return switch (token) {
            case Token.Fold fold -> {
                Hyperlink link = new Hyperlink(fold.text());
                link.getStyleClass().addAll("step-fold", colour(fold.branch()));
                link.setTooltip(new Tooltip("What it is made of"));
                link.setOnAction(_ -> unfold(flow, link, fold));
                yield List.of(link);
            }
            case Token.Number number -> texts(number.text(), colour(number.branch()));
            case Token.Sign sign -> texts(sign.text(), "step-sign");
            case Token.Word word -> texts(word.text(), "step-word");
        };
    }

    /** {@code W_skip}: a word behind a low line is set low and small. */
    private static List<Node> texts(String words, String style) {
        List<Node> texts = new ArrayList<>();
        Matcher low = LOW.matcher(words);
        int at = 0;
        while (low.find()) {
            texts.add(text(words.substring(at, low.start()), style));
            Text below = text(low.group(1), style);
            below.getStyleClass().add("subscript");
            texts.add(below);
            at = low.end();
        }
        texts.add(text(words.substring(at), style));
        return texts;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    /** A line of its own under the one that has the fold; pushed again, it goes. */
    private void unfold(TextFlow flow, Hyperlink link, Token.Fold fold) {
        Node open = unfolded.remove(link);
        if (open != null) {
            getChildren().remove(open);
            return;
        }
        TextFlow inside = new TextFlow();
        inside.getStyleClass().addAll("step-line", "unfolded");
        fill(inside, fold.inside());
        unfolded.put(link, inside);
        getChildren().add(getChildren().indexOf(flow) + 1, inside);
    }

    private static String colour(Branch branch) {
        return switch (branch) {
            case SKIP -> "skip-number";
            case MAIN -> "main-number";
            case BOTH, NONE -> "step-number";
        };
    }
}
