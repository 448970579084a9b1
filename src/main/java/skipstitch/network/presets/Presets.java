package skipstitch.network.presets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All presets, the one that the app opens with first. */
public final class Presets {
    private static final List<Preset> ALL = List.of(
            ResidualBlock.preset(), ResidualProjection.preset(), EncoderDecoder.preset(), DenseBlock.preset());

    /** Drawn when first asked for: some have hundreds of nodes, and the app is to start fast. */
    private static final class Large {
        static final List<Preset> PUBLISHED = List.of(
                ResNet.RESNET_18.preset(), ResNet.RESNET_34.preset(), ResNet.RESNET_50.preset(),
                CifarResNet.plain(3), CifarResNet.residual(3), CifarResNet.residual(9), PreActResNet.preset(),
                MobileNetV2.preset(), FeaturePyramid.preset(),
                DenseNet.basic40(), DenseNet.bc100(), DenseNet.denseNet121(), SqueezeNet.preset(),
                UNet572.preset(), UNet.brain(), UNet.milesial(), UNetPlusPlus.preset(), ResUNet.preset(),
                AttentionUNet.preset(), SegNet.preset(), Fcn.fcn32s(), Fcn.fcn8s(), LinkNet.preset(),
                Mini.uNet(), Mini.segNet(), Mini.fcn(), Mini.linkNet(),
                Small.uNet(), Small.resNet(), Small.denseNet());
    }

    private Presets() {}

    /** The small ones, of a few nodes each. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The networks of the papers, as published, and small ones after them. */
    public static List<Preset> published() {
        return Large.PUBLISHED;
    }

    public static Preset first() {
        return ALL.getFirst();
    }

    /** A small one, or a published one. */
    public static Optional<Preset> find(String name) {
        return named(ALL, name).or(() -> named(published(), name));
    }

    private static Optional<Preset> named(List<Preset> presets, String name) {
        return presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** The small ones, then the published ones. */
    public static List<Preset> everything() {
        return Stream.concat(ALL.stream(), published().stream()).toList();
    }

    /** What the menu lists in a group, in this order. */
    public static List<Preset> in(MenuGroup group) {
        return everything().stream()
                .filter(preset -> preset.card().filter(card -> card.group() == group).isPresent()).toList();
    }
}
