package skipstitch.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import skipstitch.explain.code.PyTorchModule;
import skipstitch.files.documents.SkipFile;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.session.FileChoice;

/** The system's dialogs for files. */
final class FileDialogs implements FileChoice {
    private static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");
    private static final ExtensionFilter NETWORKS = new ExtensionFilter("Networks", "*" + SkipFile.ENDING);
    private static final ExtensionFilter ALL_NETWORKS = new ExtensionFilter("Networks and models", "*" + SkipFile.ENDING,
            "*" + OnnxModel.ENDING);
    private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*");

    private final Window owner;
    /** Where the last network, tensor or model was. */
    private Optional<File> folder = Optional.empty();

    /** @param owner in front of which they appear */
    FileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> network() {
        return near(chooser("Open a network", ALL_NETWORKS, ALL).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> picture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a picture");
        chooser.getExtensionFilters().addAll(new ExtensionFilter("Pictures", PICTURES), ALL);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> placeToSave(String name, Optional<Path> present) {
        FileChooser chooser = chooser("Save the network", NETWORKS);
        present.map(Path::toAbsolutePath).map(Path::getParent).map(Path::toFile).filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        chooser.setInitialFileName(present.map(Path::getFileName).map(Path::toString).orElse(name));
        return near(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> placeForNumbers(String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        FileChooser chooser = chooser("Save the tensor", new ExtensionFilter(ending.substring(1).toUpperCase(Locale.ROOT),
                "*" + ending));
        chooser.setInitialFileName(name);
        return near(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> placeForModel(String name) {
        boolean model = name.endsWith(OnnxModel.ENDING);
        FileChooser chooser = chooser("Export the network", model ? new ExtensionFilter("ONNX", "*" + OnnxModel.ENDING)
                : new ExtensionFilter("PyTorch", "*" + PyTorchModule.ENDING));
        chooser.setInitialFileName(name);
        return near(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title, ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filters);
        // A folder that has gone since would be refused with an exception.
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> near(File chosen) {
        Optional<File> file = Optional.ofNullable(chosen);
        folder = file.map(File::getParentFile).or(() -> folder);
        return file.map(File::toPath);
    }
}
