package skipstitch.document;

import skipstitch.engine.GivenWeights;

/**
 * Has the network come with weights, or with none.
 *
 * @param name what undoing it is called
 */
public record TakeWeights(GivenWeights weights, String name) implements Edit {

    @Override
    public Document apply(Document document) {
        return document.given().equals(weights) ? document : document.withGiven(weights);
    }
}
