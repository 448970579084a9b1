package skipstitch.document;

import java.util.Optional;

/**
 * Another picture, or another part of it.
 *
 * @param picture what goes in then
 */
public record ChoosePicture(ChosenPicture picture) implements Edit {

    @Override
    public Document apply(Document document) {
        return document.picture().equals(picture) ? document : document.withPicture(picture);
    }

    @Override
    public String name() {
        return picture.crop().isPresent() ? "move the crop" : "picture " + picture.picture().name();
    }

    @Override
    public Optional<String> typing() {
        return picture.crop().map(_ -> name());
    }
}
