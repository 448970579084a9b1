package skipstitch.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.document.Picture;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.presets.Preset;

/**
 * What was opened, as it was then.
 *
 * @param document to begin with
 * @param title    as the window shows it
 * @param remark   one sentence: what to look at; may be empty
 * @param file     where it was read from and is saved to; empty for what was not saved yet
 * @param preset   which network that comes with the app it is
 */
public record Origin(Document document, String title, String remark, Optional<Path> file, Optional<Preset> preset) {
    private static final Shape FIRST_INPUT = new Shape(1, 32, 32);

    /** Something that does not come with the app. */
    public Origin(Document document, String title, String remark, Optional<Path> file) {
        this(document, title, remark, file, Optional.empty());
    }

    /** A preset, with the first picture that a window shows. */
    public static Origin of(Preset preset, Picture picture) {
        return new Origin(Document.of(preset.network(), ChosenPicture.whole(picture), Session.SEED), preset.title(),
                preset.remark(), Optional.empty(), Optional.of(preset));
    }

    /** An input alone, to draw a network of one's own. */
    static Origin blank(ChosenPicture picture) {
        Network network = new Network("New network", List.of(
                new Node(NodeId.of("input"), "", "", new Layer.Input(FIRST_INPUT), List.of())));
        return of(Document.of(network, picture, Session.SEED), Optional.empty());
    }

    /**
     * What was read from a file.
     *
     * @param file where it is saved to; empty where that would lose something
     */
    public static Origin of(Document document, Optional<Path> file) {
        return new Origin(document, document.network().name(), "", file);
    }

    /** The same with the picture of another document, and with its lanes, unless others stood beside those. */
    Origin lookingLike(Document other) {
        return new Origin(document.withPicture(other.picture())
                .withLanes(other.beside().isEmpty() ? other.lanes() : document.lanes()), title, remark, file, preset);
    }

    /** The same, saved to a file. */
    Origin savedTo(Path where) {
        return new Origin(document, title, remark, Optional.of(where), preset);
    }

    /** What the window calls a network that came of this: its own name once a person gave it another. */
    String title(Network now) {
        return now.name().equals(document.network().name()) ? title : now.name();
    }
}
