package skipstitch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What came of a command line. */
record Typed(int code, String out, String err) {

    static Typed on(Screen screen, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Skipstitch.commandLine(screen).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Typed(line.execute(args), out.toString(), err.toString());
    }

    /** For commands that want no window. */
    static Typed of(String... args) {
        return on(new RecordingScreen(true), args);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
