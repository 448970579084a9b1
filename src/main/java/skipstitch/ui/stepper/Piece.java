package skipstitch.ui.stepper;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.steps.Part;

/** Something in a lane's row, from left to right. */
sealed interface Piece {

    /** What is drawn. */
    List<Node> nodes();

    /** Units from left to right, where maps are so wide. */
    double width(double map);

    /** Puts it with its left edge and its maps' middle there. */
    void place(double x, double middle, double map);

    /** {@code +}, {@code =}, a bracket. */
    record Sign(Label label) implements Piece {
        private static final double LEAST = 22;

        static Sign of(String text) {
            Label label = new Label(text);
            label.getStyleClass().add("step-big-sign");
            label.setAlignment(Pos.CENTER);
            return new Sign(label);
        }

        @Override
        public List<Node> nodes() {
            return List.of(label);
        }

        @Override
        public double width(double map) {
            return Math.max(LEAST, Math.ceil(label.prefWidth(-1)));
        }

        @Override
        public void place(double x, double middle, double map) {
            double height = label.prefHeight(-1);
            label.resizeRelocate(x, Math.rint(middle - height / 2), width(map), height);
        }
    }

    /** A window's numbers, times its kernel's. */
    record Product(WindowGrid values, Label times, WindowGrid weights) implements Piece {
        private static final double GAP = 6;

        static Product of(WindowGrid values, WindowGrid weights) {
            Label times = new Label("×");
            times.getStyleClass().add("step-big-sign");
            return new Product(values, times, weights);
        }

        @Override
        public List<Node> nodes() {
            return List.of(values, times, weights);
        }

        @Override
        public double width(double map) {
            return values.prefWidth(-1) + times.prefWidth(-1) + weights.prefWidth(-1) + 2 * GAP;
        }

        @Override
        public void place(double x, double middle, double map) {
            placeInLine(nodes(), x, middle, GAP);
        }
    }

    /** A channel as it came in, and the kernel that makes the map after it. */
    record Kernel(Map from, Label times, WindowGrid weights, Label equals) implements Piece {
        private static final double GAP = 6;

        static Kernel of(Map from, WindowGrid weights) {
            Label times = new Label("∗");
            Label equals = new Label("→");
            List.of(times, equals).forEach(sign -> sign.getStyleClass().add("step-big-sign"));
            return new Kernel(from, times, weights, equals);
        }

        @Override
        public List<Node> nodes() {
            return List.of(from.view(), from.caption(), times, weights, equals);
        }

        @Override
        public double width(double map) {
            return from.width(map) + times.prefWidth(-1) + weights.prefWidth(-1) + equals.prefWidth(-1) + 3 * GAP;
        }

        @Override
        public void place(double x, double middle, double map) {
            from.place(x, middle, map);
            placeInLine(List.of(times, weights, equals), x + from.width(map) + GAP, middle, GAP);
        }
    }

    private static void placeInLine(List<Node> nodes, double x, double middle, double gap) {
        double left = Math.rint(x);
        for (Node node : nodes) {
            node.autosize();
            node.relocate(left, Math.rint(middle - node.getLayoutBounds().getHeight() / 2));
            left = Math.rint(left + node.getLayoutBounds().getWidth() + gap);
        }
    }

    /** A map with its name and what it gives. */
    record Map(MapView view, TextFlow caption) implements Piece {

        /** {@code x[5]  0.24}. */
        static Map of(MapView view) {
            Part part = view.part();
            TextFlow caption = new TextFlow(text(weighed(part) + part.name() + "[" + part.channel() + "]", part.branch()));
            value(caption, part);
            return new Map(view, dressed(caption));
        }

        /** Channel 13 is F(x)[5]: of a concatenation. */
        static Map joined(MapView view, Part from) {
            TextFlow caption = new TextFlow(new Text("channel " + view.part().channel() + " is\n"),
                    text(from.name() + "[" + from.channel() + "]", from.branch()));
            value(caption, view.part());
            return new Map(view, dressed(caption));
        }

        private static String weighed(Part part) {
            return part.weighed().isPresent() ? "w ∗ " : "";
        }

        private static void value(TextFlow caption, Part part) {
            part.gives().ifPresent(value -> caption.getChildren().add(new Text("  " + Numerals.value(value))));
        }

        private static TextFlow dressed(TextFlow caption) {
            caption.getStyleClass().add("map-caption");
            return caption;
        }

        private static Text text(String words, Branch branch) {
            Text text = new Text(words);
            text.getStyleClass().add(switch (branch) {
                case SKIP -> "skip-number";
                case MAIN -> "main-number";
                case BOTH, NONE -> "step-number";
            });
            return text;
        }

        @Override
        public List<Node> nodes() {
            return List.of(view, caption);
        }

        @Override
        public double width(double map) {
            return Math.max(map, Math.ceil(caption.prefWidth(-1)));
        }

        @Override
        public void place(double x, double middle, double map) {
            double height = Math.floor(view.heightFor(map));
            double top = Math.rint(middle - height / 2);
            view.resizeRelocate(Math.rint(x), top, map, height);
            caption.autosize();
            caption.relocate(Math.rint(x), top + height + 2);
        }
    }
}
