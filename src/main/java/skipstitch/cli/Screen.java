package skipstitch.cli;

import java.nio.file.Path;

/** What the commands want of the window. */
interface Screen {

    /**
     * Opens the window and returns when it was closed.
     *
     * @throws NoDisplay if there is nothing to open it on; {@link #render} works then
     */
    void open(Net net) throws NoDisplay;

    /** Draws the window as it opens to a PNG, with no display; its lanes are the document's. */
    void render(Rendering rendering);

    /** Light or dark. */
    enum Look { light, dark }

    /**
     * A picture of the window.
     *
     * @param out    the PNG to write; its folder exists
     * @param width  in pixels
     * @param height in pixels
     */
    record Rendering(Net net, Path out, int width, int height, Look theme) {}
}
