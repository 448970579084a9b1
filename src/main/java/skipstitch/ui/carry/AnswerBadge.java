package skipstitch.ui.carry;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import skipstitch.explain.LandingWords;
import skipstitch.network.Layer;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Landing;

/**
 * A place's two answers, for add and for concat, by sign, words and colour; one where the two are the same. They are
 * brief, until what is carried is over the place.
 */
public final class AnswerBadge extends VBox {
    private static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");

    private final Landing landing;
    private final boolean twice;
    private boolean full = true;

    /** @param twice whether add and concat make a difference to what is carried */
    public AnswerBadge(Landing landing, boolean twice) {
        this.landing = landing;
        getStyleClass().addAll("answer-badge", style(best(landing)));
        setMouseTransparent(true);
        this.twice = twice;
        setAccessibleText(LandingWords.sentence(landing));
        aim(false);
    }

    public Landing landing() {
        return landing;
    }

    /** Shows whether what is carried is over this place; whether that looks other than before. */
    public boolean aim(boolean aimed) {
        boolean other = full != aimed;
        if (other) {
            pseudoClassStateChanged(AIMED, aimed);
            setViewOrder(aimed ? -1 : 0);
            full = aimed;
            if (twice) {
                getChildren().setAll(row(new Layer.Add()), row(new Layer.Concat()));
            } else {
                getChildren().setAll(line(landing.add(), words(false)));
            }
        }
        return other;
    }

    boolean isAimed() {
        return full;
    }

    private String words(boolean concat) {
        return full ? LandingWords.full(landing, concat) : LandingWords.brief(landing, concat);
    }

    private Label row(Layer.Merge merge) {
        boolean concat = merge instanceof Layer.Concat;
        Label row = line(landing.answer(merge), words(concat));
        row.setGraphic(MergeSign.of(merge));
        return row;
    }

    private static Label line(Answer answer, String words) {
        Label line = new Label((LandingWords.sign(answer) + " " + words).strip());
        line.getStyleClass().addAll("answer", style(answer));
        return line;
    }

    private static Answer best(Landing landing) {
        return rank(landing.add()) <= rank(landing.concat()) ? landing.add() : landing.concat();
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case Answer.Fits _ -> 0;
            case Answer.Mended _ -> 1;
            case Answer.Cannot _ -> 2;
        };
    }

    private static String style(Answer answer) {
        return switch (answer) {
            case Answer.Fits _ -> "fits";
            case Answer.Mended _ -> "mended";
            case Answer.Cannot _ -> "cannot";
        };
    }
}
