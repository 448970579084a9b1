package skipstitch.session;

import java.util.List;
import java.util.stream.Stream;
import skipstitch.network.Variant;

/** Which lanes stand on the screen, top to bottom. */
public enum Shown {
    AS_DRAWN("As drawn", Variant.AS_DRAWN),
    ADD("Add", Variant.ADD),
    CONCAT("Concat", Variant.CONCAT),
    BOTH("Add ‖ Concat", Variant.ADD, Variant.CONCAT),
    NO_SKIP("No skip", Variant.NO_SKIP);

    private final String title;
    private final List<Variant> variants;

    Shown(String title, Variant... variants) {
        this.title = title;
        this.variants = List.of(variants);
    }

    /** The one that shows these lanes; both where none does. */
    static Shown of(List<Variant> variants) {
        return Stream.of(values()).filter(each -> each.variants.equals(variants)).findFirst().orElse(BOTH);
    }

    public String title() {
        return title;
    }

    public List<Variant> variants() {
        return variants;
    }
}
