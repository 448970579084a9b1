package skipstitch.cli;

import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import skipstitch.network.presets.MenuGroup;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Lists the presets by group, one a line: the name, the group, what to look at. */
@Command(name = "presets", mixinStandardHelpOptions = true,
        description = "Lists the networks that come with the app, by the merges in which their skips end.")
final class PresetsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        int names = Presets.everything().stream().mapToInt(preset -> preset.name().length()).max().orElse(0);
        int groups = Stream.of(MenuGroup.values()).mapToInt(group -> group.title().length()).max().orElse(0);
        for (MenuGroup group : MenuGroup.values()) {
            for (Preset preset : Presets.in(group)) {
                spec.commandLine().getOut().println(padded(preset.name(), names) + padded(group.title(), groups)
                        + preset.remark());
            }
        }
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(width - word.length() + 2);
    }
}
