package skipstitch.network.presets;

import java.util.List;
import java.util.Optional;

/** All presets, the one that the app opens with first. */
public final class Presets {
    private static final List<Preset> ALL = List.of(
            ResidualBlock.preset(), ResidualProjection.preset(), EncoderDecoder.preset(), DenseBlock.preset());

    private Presets() {}

    public static List<Preset> all() {
        return ALL;
    }

    public static Preset first() {
        return ALL.getFirst();
    }

    public static Optional<Preset> find(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }
}
