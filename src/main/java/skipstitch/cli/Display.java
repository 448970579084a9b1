package skipstitch.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What JavaFX will find on this machine, looked at before it starts: once started it cannot be told otherwise. */
final class Display {
    private static final boolean LINUX = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    /** Debian's packages by the library that is wanted of them. */
    private static final Map<String, String> TEXT = Map.of("libpangoft2-1.0.so.0", "libpangoft2-1.0-0",
            "libfreetype.so.6", "libfreetype6", "libfontconfig.so.1", "libfontconfig1");
    private static final Map<String, String> WINDOW = Map.of("libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6");

    private Display() {}

    /** @throws NoDisplay if no window can be opened */
    static void requireWindow() throws NoDisplay {
        // JavaFX needs X11 under Wayland too, so WAYLAND_DISPLAY alone does not help.
        if (LINUX && System.getenv().getOrDefault("DISPLAY", "").isEmpty()) {
            throw new NoDisplay("there is no display here");
        }
        List<String> missing = missing(WINDOW);
        if (!missing.isEmpty()) {
            throw new NoDisplay(
                    "a window needs the package " + String.join(", ", missing) + ", which is not installed");
        }
    }

    /** @throws BadInput naming the packages without which JavaFX cannot draw text, not even into a file */
    static void requireText() {
        List<String> missing = missing(TEXT);
        if (!missing.isEmpty()) {
            throw new BadInput("drawing text needs the package " + String.join(", ", missing) + "; install it");
        }
    }

    /** Has JavaFX draw in memory, by software; only before it starts. */
    static void useNone() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static List<String> missing(Map<String, String> packages) {
        return LINUX ? packages.entrySet().stream().filter(each -> !isInstalled(each.getKey()))
                .map(Map.Entry::getValue).sorted().toList() : List.of();
    }

    @SuppressWarnings("restricted")
    private static boolean isInstalled(String library) {
        try {
            // Kept loaded: JavaFX wants it next, and some of these do not stand being unloaded.
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
