package skipstitch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Lists the presets, one a line, the name first. */
@Command(name = "presets", mixinStandardHelpOptions = true, description = "Lists the networks that come with the app.")
final class PresetsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        int width = Presets.all().stream().mapToInt(preset -> preset.name().length()).max().orElse(0);
        for (Preset preset : Presets.all()) {
            spec.commandLine().getOut().println(
                    preset.name() + " ".repeat(width - preset.name().length()) + "  " + preset.remark());
        }
    }
}
