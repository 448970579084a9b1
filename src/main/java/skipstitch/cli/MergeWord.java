package skipstitch.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import skipstitch.network.Variant;

/** Reads {@code as-drawn}, {@code add}, {@code concat} and {@code no-skip}. */
final class MergeWord implements ITypeConverter<Variant> {

    @Override
    public Variant convert(String word) {
        return Arrays.stream(Variant.values()).filter(variant -> variant.word().equals(word)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of " + words()));
    }

    static String words() {
        return Arrays.stream(Variant.values()).map(Variant::word).collect(Collectors.joining(", "));
    }
}
