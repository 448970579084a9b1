package skipstitch.cli;

import java.io.PrintWriter;
import skipstitch.explain.SizeWords;
import skipstitch.network.Shapes;

/** What does not fit in a network, a line each, and which sizes of the input would work. */
final class MisfitLines {
    private MisfitLines() {}

    static void print(Shapes shapes, PrintWriter err) {
        shapes.misfits().forEach(misfit -> err.println("skipstitch: " + misfit));
        SizeWords.of(shapes).ifPresent(words -> err.println("skipstitch: " + words));
    }
}
