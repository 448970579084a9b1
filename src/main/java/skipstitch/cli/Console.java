package skipstitch.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where answers and notices go. */
record Console(PrintWriter out, PrintWriter err) {

    /** UTF-8 whatever the locale, so that a script reads the same everywhere; on Windows what the console has. */
    static Console system() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Charset charset = windows
                ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8")) : StandardCharsets.UTF_8;
        return new Console(writer(FileDescriptor.out, charset), writer(FileDescriptor.err, charset));
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }
}
