/** The sheet of depth: chains of many blocks, plain, with add, with concat, as curves side by side, and their dials. */
package skipstitch.ui.depth;
