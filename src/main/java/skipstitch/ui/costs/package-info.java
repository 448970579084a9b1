/** The sheet of costs: the network as drawn, with add, with concat and without skips, side by side. */
package skipstitch.ui.costs;
