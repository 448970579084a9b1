package skipstitch.files.documents;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the app keeps what is the user's but not in the user's own files.
 *
 * @param path the folder; made when something is put there
 */
public record DataFolder(Path path) {

    /** The platform's usual place. */
    public static DataFolder ofUser() {
        return of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static DataFolder of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new DataFolder(folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"))
                    .resolve("Skipstitch"));
        }
        if (name.startsWith("mac")) {
            return new DataFolder(home.resolve("Library/Application Support/Skipstitch"));
        }
        return new DataFolder(folder(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share"))
                .resolve("skipstitch"));
    }

    /** A relative path counts as none, as the XDG specification says. */
    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty()).map(Path::of)
                .filter(Path::isAbsolute);
    }

    /**
     * A folder in it, made if need be, for this user alone where the platform can.
     *
     * @throws IOException if it cannot be made
     */
    Path make(String name) throws IOException {
        Path folder = path.resolve(name);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return Files.createDirectories(folder);
    }
}
