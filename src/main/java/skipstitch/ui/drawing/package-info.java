/**
 * What several views draw with: images of whole device pixels, the branches' colours, marks, and how numbers
 * are written.
 */
package skipstitch.ui.drawing;
