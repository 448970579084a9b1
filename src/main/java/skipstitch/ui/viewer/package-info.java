/**
 * One tensor over the middle of the window: all its channels to scroll through, sorted and filtered, one of them large
 * beside the other lane's, and the ways out to the clipboard and to files.
 */
package skipstitch.ui.viewer;
