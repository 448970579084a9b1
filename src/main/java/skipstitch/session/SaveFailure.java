package skipstitch.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** Why a file was not saved, in words. */
final class SaveFailure {
    private SaveFailure() {}

    /** The second half of a sentence. */
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "you may not write there";
            case NoSuchFileException _ -> "its folder is not there";
            case FileSystemException system -> Optional.ofNullable(system.getReason())
                    .map(reason -> reason.toLowerCase(Locale.ROOT)).orElse("the disk refused it");
            default -> Optional.ofNullable(failure.getMessage()).orElse("the disk refused it");
        };
    }
}
