package skipstitch.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import skipstitch.session.Shown;

/** Draws the window to a PNG, with a display or without. */
@Command(name = "render", mixinStandardHelpOptions = true, description = "Draws the window to a PNG file.")
final class RenderCommand implements Runnable {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");
    private static final int LEAST = 320;
    private static final int MOST = 8192;

    private final Screen screen;
    @Mixin
    private NetArgument net;
    @Mixin
    private BesideOption beside;
    @Option(names = "--out", paramLabel = "F.png", required = true, description = "The PNG file to write.")
    private String out;
    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1920x1080",
            description = "In pixels; default ${DEFAULT-VALUE}.")
    private String size;
    @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light", description = "light (default) or dark.")
    private Screen.Look theme;
    @Option(names = "--merge", paramLabel = "MERGE",
            description = "both (default, if NET is no file with lanes of its own and nothing stands beside), as-drawn, "
                    + "add, concat or no-skip.")
    private Optional<String> merge;

    RenderCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void run() {
        Net wanted = beside.with(net.net());
        Net shown = merge.map(word -> wanted.with(wanted.origin().document().withLanes(shown(word).variants())))
                .orElse(wanted);
        Matcher sides = SIZE.matcher(size.strip().toLowerCase(Locale.ROOT));
        if (!sides.matches()) {
            throw new BadInput("--size: '" + size + "' is no size; write width x height, like 1280x720");
        }
        screen.render(new Screen.Rendering(shown, OutFile.of("--out", out, ".png", "a PNG"), side(sides.group(1)),
                side(sides.group(2)), theme));
    }

    private static int side(String text) {
        int side = Integer.parseInt(text);
        if (side < LEAST || side > MOST) {
            throw new BadInput("--size: width and height go from " + LEAST + " to " + MOST + ", not to " + side);
        }
        return side;
    }

    private static Shown shown(String word) {
        if (word.equals("both")) {
            return Shown.BOTH;
        }
        return Stream.of(Shown.values())
                .filter(each -> each.variants().size() == 1 && each.variants().getFirst().word().equals(word)).findFirst()
                .orElseThrow(() -> new BadInput("--merge: '" + word + "' is none of both, " + MergeWord.words()));
    }
}
