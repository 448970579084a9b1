package skipstitch.document;

import java.util.Optional;

/**
 * Calls the network something.
 *
 * @param newName not blank
 */
public record RenameNetwork(String newName) implements Edit {

    @Override
    public Document apply(Document document) {
        String name = newName.strip();
        return name.isEmpty() || name.equals(document.network().name()) ? document
                : document.withNetwork(document.network().withName(name), document.made());
    }

    @Override
    public String name() {
        return "rename the network";
    }

    @Override
    public Optional<String> typing() {
        return Optional.of(name());
    }
}
