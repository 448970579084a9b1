package skipstitch.training;

import java.util.Arrays;
import java.util.Optional;
import skipstitch.engine.tape.Parameters;

/** How gradients become changes. */
public enum Optimiser {
    /** β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ (Kingma and Ba 2015). */
    ADAM("adam", "Adam"),
    /** With momentum 0.9. */
    SGD("sgd", "SGD with momentum");

    private final String word;
    private final String title;

    Optimiser(String word, String title) {
        this.word = word;
        this.title = title;
    }

    public static Optional<Optimiser> named(String word) {
        return Arrays.stream(values()).filter(optimiser -> optimiser.word.equals(word)).findFirst();
    }

    /** As the command line and files write it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    Descent of(Parameters parameters) {
        return switch (this) {
            case ADAM -> new Adam(parameters);
            case SGD -> new Momentum(parameters);
        };
    }
}
