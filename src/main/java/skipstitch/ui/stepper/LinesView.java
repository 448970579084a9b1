package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
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

    LinesView(List<Line> lines) {
        getStyleClass().add("step-lines");
        lines.forEach(line -> getChildren().add(view(line)));
    }

    private static TextFlow view(Line line) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("step-line", line.says().name().toLowerCase(Locale.ROOT));
        if (line.says() == Says.VALUE && line.text().length() <= LARGE) {
            flow.getStyleClass().add("large");
        }
        flow.setAccessibleText(line.text());
        fill(flow, line.tokens());
        return flow;
    }

    private static void fill(TextFlow flow, List<Token> tokens) {
        List<Node> children = new ArrayList<>();
        String before = "(";
        for (Token token : tokens) {
            String gap = Line.gap(before, token.text());
            if (!gap.isEmpty()) {
                children.add(new Text(gap));
            }
            children.add(view(flow, token));
            before = token.text();
        }
        flow.getChildren().setAll(children);
    }

    private static Node view(TextFlow flow, Token token) {
        if (token instanceof Token.Fold fold) {
            Hyperlink link = new Hyperlink(fold.text());
            link.getStyleClass().add("step-fold");
            link.setOnAction(_ -> unfold(flow, link, fold));
            return link;
        }
        Text text = new Text(token.text());
        text.getStyleClass().add(switch (token) {
            case Token.Number number -> colour(number.branch());
            case Token.Sign _, Token.Fold _ -> "step-sign";
            case Token.Word _ -> "step-word";
        });
        return text;
    }

    private static void unfold(TextFlow flow, Hyperlink link, Token.Fold fold) {
        TextFlow inside = new TextFlow();
        fill(inside, fold.inside());
        int at = flow.getChildren().indexOf(link);
        List<Node> unfolded = List.copyOf(inside.getChildren());
        inside.getChildren().clear();
        flow.getChildren().remove(at);
        flow.getChildren().addAll(at, unfolded);
    }

    private static String colour(Branch branch) {
        return switch (branch) {
            case SKIP -> "skip-number";
            case MAIN -> "main-number";
            case BOTH, NONE -> "step-number";
        };
    }
}
