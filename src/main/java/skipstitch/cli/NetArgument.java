package skipstitch.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import skipstitch.files.Nearest;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** The network that a command is about. */
final class NetArgument {
    @Parameters(paramLabel = "NET", description = "A preset's name; 'skipstitch presets' lists them.")
    private String name;

    /** @throws BadInput if there is no such network; names the nearest ones */
    Preset preset() {
        return preset(name);
    }

    static Preset preset(String name) {
        return Presets.find(name).orElseThrow(() -> {
            List<String> near = Nearest.of(name, Presets.all().stream().map(Preset::name).toList());
            return new BadInput("there is no preset '" + name + "'; the nearest are '" + near.get(0) + "' and '"
                    + near.get(1) + "', and 'skipstitch presets' lists all");
        });
    }
}
