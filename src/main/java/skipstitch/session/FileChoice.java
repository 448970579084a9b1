package skipstitch.session;

import java.nio.file.Path;
import java.util.Optional;

/** How a person names a file: by the system's dialogs. Asked on the window's thread; empty where one thinks better of it. */
public interface FileChoice {
    /** Nobody is there to be asked. */
    FileChoice NOBODY = new FileChoice() {
        @Override
        public Optional<Path> network() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> picture() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> placeToSave(String name, Optional<Path> present) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> placeForNumbers(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> placeForModel(String name) {
            return Optional.empty();
        }
    };

    /** A network to open. */
    Optional<Path> network();

    /** A picture to open. */
    Optional<Path> picture();

    /**
     * Where to save; a file that is there already, under the very name, was agreed to be replaced.
     *
     * @param name    that is at hand, with its ending
     * @param present where it is saved now
     */
    Optional<Path> placeToSave(String name, Optional<Path> present);

    /**
     * Where to put a tensor's numbers or its picture; a file that is there already, under the very name, was agreed to
     * be replaced.
     *
     * @param name that is at hand, with the ending that says which format is wanted
     */
    Optional<Path> placeForNumbers(String name);

    /**
     * Where to export a network as a model or a module; a file that is there already, under the very name, was agreed
     * to be replaced.
     *
     * @param name that is at hand, with the ending that says which is wanted
     */
    Optional<Path> placeForModel(String name);
}
