package skipstitch.document;

import java.util.Optional;

/**
 * Something that a person does to a document. It holds ids and values, never nodes of a particular network, and may
 * be applied to any document: what it does not find there it leaves alone.
 */
public sealed interface Edit permits AdoptProjection, ChangeLayer, ChoosePicture, DeleteEdge, DeleteNodes, InsertLayers,
        AppendLayer, CarrySkip, InsertMerge, Intervene, OrderInlets, Paste, PlaceLayer, PlaceNodes, PutBeside,
        RenameNetwork, RenameNode, ResizeInput, SwapBeside, TakeAwayBeside, TakeBack, TakeWeights,
        Tidy, TurnKnob {

    /** The document after it, the same one if nothing changes. Never throws for what was edited meanwhile. */
    Document apply(Document document);

    /** What undoing it is called: {@code "move skip to conv2"}. */
    String name();

    /** The field that is typed into, so that a word is undone as one; empty for what is done at once. */
    default Optional<String> typing() {
        return Optional.empty();
    }
}
