package skipstitch.ui.training;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import skipstitch.network.Shape;
import skipstitch.session.RaceStanding;
import skipstitch.tensor.Tensor;
import skipstitch.training.Prediction;
import skipstitch.training.tasks.Example;
import skipstitch.training.tasks.Target;
import skipstitch.training.tasks.Task;
import skipstitch.ui.drawing.Buttons;

/** One held-out picture, what should be made of it, and what each lane makes of it by now. */
final class PredictionStrip extends VBox {
    private final Label words = new Label();
    private final HBox pictures = new HBox(10);
    private int chosen;
    private RaceStanding shown;

    PredictionStrip() {
        super(4);
        setId("race-predictions");
        words.getStyleClass().add("race-note");
        HBox head = new HBox(10, words, Buttons.named("race-next-picture", "Another picture",
                "Another held-out picture", this::next));
        head.getStyleClass().add("race-head");
        getChildren().addAll(head, pictures);
        setVisible(false);
    }

    private void next() {
        chosen++;
        show(shown);
    }

    void show(RaceStanding standing) {
        shown = standing;
        setVisible(!standing.predictions().isEmpty());
        if (!isVisible()) {
            return;
        }
        Task task = standing.settings().task();
        words.setText("A picture that nobody was trained on, seed " + standing.seed().orElseThrow());
        List<Node> all = new ArrayList<>();
        Example example = at(standing.predictions().getFirst()).example();
        all.add(titled("picture", picture(example.picture())));
        all.add(titled("wanted", target(task, example)));
        for (int k = 0; k < standing.lanes().size(); k++) {
            VBox lane = titled(standing.lanes().get(k).variant().title(),
                    made(task, at(standing.predictions().get(k))));
            lane.getChildren().addFirst(LaneLook.sample(standing.lanes().get(k).variant()));
            ((HBox) lane.getChildren().getFirst()).getChildren().add(lane.getChildren().remove(1));
            all.add(lane);
        }
        if (task.goal() == Task.Goal.PIXELS) {
            all.add(legend(task));
        }
        pictures.getChildren().setAll(all);
    }

    private Prediction at(List<Prediction> predictions) {
        return predictions.get(chosen % predictions.size());
    }

    private static Node target(Task task, Example example) {
        return switch (example.target()) {
            case Target.Classes(int[] classes) -> task.goal() == Task.Goal.WHOLE ? word(task, classes[0])
                    : view(Sight.classes(classes, example.picture().shape()));
            case Target.Values(float[] values) -> picture(new Tensor(example.picture().shape(), values));
        };
    }

    private static Node made(Task task, Prediction prediction) {
        Shape shape = prediction.output().shape();
        return switch (task.goal()) {
            case PIXELS -> view(Sight.classes(prediction.classes(), shape));
            case WHOLE -> word(task, prediction.classes()[0]);
            case PICTURE -> picture(prediction.output());
        };
    }

    private static Node picture(Tensor tensor) {
        return view(Sight.picture(tensor));
    }

    private static Node view(Image image) {
        ImageView view = new ImageView(image);
        view.setSmooth(false);
        return view;
    }

    private static Label word(Task task, int number) {
        Label word = new Label(task.classes().get(number));
        word.getStyleClass().add("race-word");
        return word;
    }

    private static VBox titled(String title, Node content) {
        Label label = new Label(title);
        label.getStyleClass().add("race-picture-title");
        return new VBox(3, label, content);
    }

    private static Node legend(Task task) {
        VBox legend = new VBox(2);
        legend.getStyleClass().add("race-legend");
        for (int k = 0; k < task.classes().size(); k++) {
            Rectangle square = new Rectangle(12, 12);
            square.getStyleClass().add("race-class");
            square.setStyle("-fx-fill: " + Sight.colour(k));
            HBox line = new HBox(6, square, new Label(task.classes().get(k)));
            line.getStyleClass().add("race-head");
            legend.getChildren().add(line);
        }
        return legend;
    }
}
