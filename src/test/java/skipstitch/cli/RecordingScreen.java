package skipstitch.cli;

import java.util.ArrayList;
import java.util.List;

/** Notes what it was asked for. */
final class RecordingScreen implements Screen {
    final List<Net> opened = new ArrayList<>();
    final List<Rendering> rendered = new ArrayList<>();
    private final boolean works;

    RecordingScreen(boolean works) {
        this.works = works;
    }

    @Override
    public void open(Net net) throws NoDisplay {
        if (!works) {
            throw new NoDisplay("there is no display here");
        }
        opened.add(net);
    }

    @Override
    public void render(Rendering rendering) {
        rendered.add(rendering);
    }
}
