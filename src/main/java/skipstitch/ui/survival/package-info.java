/** What survived of the picture: rebuilt from each lane's tensor, beside the picture itself. */
package skipstitch.ui.survival;
