package skipstitch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that an option names, to be written. */
final class OutFile {
    private OutFile() {}

    /**
     * @param option  that named it
     * @param ending  what the name has to end in
     * @param written what will be in it: {@code "a PNG"}
     * @throws BadInput if it cannot be written there
     */
    static Path of(String option, String text, String ending, String written) {
        Path file = RunCommand.path(option, text);
        Path folder = file.toAbsolutePath().getParent();
        if (!text.toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new BadInput(option + ": '" + text + "' does not end in " + ending + ", and " + written
                    + " is what is written");
        }
        if (Files.isDirectory(file)) {
            throw new BadInput(option + ": '" + text + "' is a folder; name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BadInput(option + ": '" + folder + "' is no folder that you may write to; make it first");
        }
        return file;
    }
}
