package skipstitch.ui.stepper;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.explain.code.CodeLines;
import skipstitch.explain.code.Snippet;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;

/** A layer's line in PyTorch and in Keras, to copy; lanes that differ have a line each. */
final class CodeView extends VBox {

    CodeView(List<Lane> lanes, NodeId node) {
        getStyleClass().add("code-view");
        setId("code");
        List<CodeLines> lines = lanes.stream().filter(lane -> lane.network().has(node))
                .map(lane -> CodeLines.of(lane.shapes(), lane.network().node(node))).distinct().toList();
        show("PyTorch", lines.stream().map(CodeLines::pyTorch).distinct().toList());
        show("Keras", lines.stream().map(CodeLines::keras).distinct().toList());
    }

    private void show(String framework, List<Snippet> snippets) {
        Label title = new Label(framework);
        title.getStyleClass().add("side-title");
        getChildren().add(title);
        for (Snippet snippet : snippets) {
            Label code = new Label(snippet.text());
            code.getStyleClass().add("code");
            code.setWrapText(true);
            code.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(code, Priority.ALWAYS);
            Button copy = new Button("Copy");
            copy.getStyleClass().add("copy");
            copy.setMinWidth(Region.USE_PREF_SIZE);
            copy.setTooltip(new Tooltip("Copy this line of " + framework));
            copy.setAccessibleText("Copy the line of " + framework + ": " + snippet.text());
            copy.setOnAction(_ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, snippet.text())));
            HBox line = new HBox(code, copy);
            line.getStyleClass().add("code-line");
            getChildren().add(line);
            snippet.atMisfit().ifPresent(response -> {
                Label words = new Label(framework + " " + response.words());
                words.setWrapText(true);
                words.getStyleClass().add("code-misfit");
                getChildren().add(words);
            });
        }
    }
}
