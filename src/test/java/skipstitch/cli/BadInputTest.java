package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: exit code 2, one line that names what is wrong and what would be right, and no answer. */
class BadInputTest {

    private static void refuses(Typed typed, String... words) {
        assertThat(typed.code()).as(typed.err()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.errLines()).singleElement().asString().startsWith("skipstitch: ").contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "shaps                                          | 'shaps'     | 'shapes'",
        "--what                                         | '--what'    | --help",
        "shapes                                         | NET         | --help",
        "shapes residul-block                           | 'residul-block' | 'residual-block'",
        "shapes residual-block twice                    | twice       | --help",
        "shapes residual-block --merge plus             | 'plus'      | as-drawn, add, concat, no-skip",
        "shapes residual-block --merge                  | --merge     | --help",
        "shapes residual-block --format yaml            | yaml        | table, json",
        "shapes residual-block --input 3x32             | '3x32'      | 3x32x32",
        "shapes residual-block --input 0x32x32          | 0×32×32     | at least 1",
        "shapes residual-block --input 99999x99999x9999 | 2³¹         | --input",
        "shapes residual-block --inputs 3x32x32         | --inputs    | --help",
        "run residual-block --input house               | --dump      | --help",
        "run residual-block --dump there                | --input     | --help",
        "run nothing --input house --dump there         | 'nothing'   | skipstitch presets",
        "run residual-block --input horse --dump there  | 'horse'     | house",
        "run residual-block --input house --dump there --seed one | 'one' | whole number",
        "render residual-block                          | --out       | --help",
        "render residual-blok --out a.png               | 'residual-blok' | 'residual-block'",
        "render residual-block --out a.jpg              | 'a.jpg'     | .png",
        "render residual-block --out a.png --size big   | 'big'       | 1280x720",
        "render residual-block --out a.png --size 1x1   | 1           | 320",
        "render residual-block --out a.png --size 99999x800 | 99999   | 8192",
        "render residual-block --out a.png --theme pink | pink        | light, dark",
        "render residual-block --out a.png --merge sum  | 'sum'       | both, as-drawn, add",
        "render residual-block --out no/such/folder/a.png | folder    | make it first",
        "open dense-blok                                | 'dense-blok' | 'dense-block'",
        "open no/such.skip.json                         | “such.skip.json” | is not there",
        "shapes gone.json                               | “gone.json” | choose a file that exists",
        "shapes src/                                    | “src”       | is a folder",
        "save residual-block                            | --out       | --help",
        "save residul-block --out a.skip.json           | 'residul-block' | 'residual-block'",
        "save residual-block --out a.json               | 'a.json'    | .skip.json",
        "save residual-block --out no/such/a.skip.json  | folder      | make it first",
        "export residual-block                          | --onnx      | --help",
        "export residul-block --onnx a.onnx             | 'residul-block' | 'residual-block'",
        "export residual-block --onnx a.pb              | 'a.pb'      | .onnx",
        "export residual-block --onnx no/such/a.onnx    | folder      | make it first",
        "export residual-block --onnx a.onnx --merge plus | 'plus'    | as-drawn, add, concat, no-skip",
        "export residual-block --onnx a.onnx --seed one | 'one'       | whole number",
    })
    void isRefusedInOneLine(String line, String wrong, String right) {
        refuses(Typed.of(line.split(" +")), wrong, right);
    }

    @Test
    void aFileThatIsNoPictureIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("letter.png"), "Dear all, this is no picture.");

        refuses(Typed.of("run", "residual-block", "--input", file.toString(), "--dump", folder.toString()),
                "letter.png", "PNG, JPEG");
        assertThat(folder.resolve("run.json")).doesNotExist();
    }

    @Test
    void aFileInThePlaceOfTheDumpsFolderIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "by a file");

        refuses(Typed.of("run", "residual-block", "--input", "house", "--dump", file.toString()), "--dump", "folder");
    }

    @Test
    void aFolderInThePlaceOfThePngIsRefused(@TempDir Path folder) throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.png"));

        refuses(Typed.of("render", "residual-block", "--out", taken.toString()), "taken.png", "is a folder");
    }

    @Test
    void aFailureThatNobodyForesawIsOneLineTooAndItsTraceGoesToTheLog() {
        List<Throwable> logged = new ArrayList<>();
        Logger log = Logger.getLogger(Skipstitch.class.getName());
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                logged.add(entry.getThrown());
            }
        };
        log.addHandler(handler);
        log.setUseParentHandlers(false);
        Typed typed;
        try {
            typed = Typed.on(new FailingScreen(), "open");
        } finally {
            log.setUseParentHandlers(true);
            log.removeHandler(handler);
        }

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.errLines()).singleElement().asString().contains("first line at second line");
        assertThat(logged).singleElement().isInstanceOf(IllegalStateException.class);
    }

    private static final class FailingScreen implements Screen {
        @Override
        public void open(Net net) {
            throw new IllegalStateException("first line\n\tat second line");
        }

        @Override
        public void render(Rendering rendering) {
            throw new AssertionError("nobody asked for a picture");
        }
    }
}
