package skipstitch.engine;

import java.util.List;

/** A walk that does as another does, but for what a test has it do otherwise. */
public class WalkAround implements Walk {
    private final Walk walk;

    public WalkAround(Walk walk) {
        this.walk = walk;
    }

    @Override
    public Footprint footprint() {
        return walk.footprint();
    }

    @Override
    public List<Stop> stops() {
        return walk.stops();
    }

    @Override
    public void advance() {
        walk.advance();
    }

    @Override
    public void advance(LayerWeights weights) {
        walk.advance(weights);
    }

    @Override
    public List<Activations> activations() {
        return walk.activations();
    }

    @Override
    public void close() {
        walk.close();
    }
}
