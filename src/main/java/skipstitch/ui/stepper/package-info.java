/**
 * Stepping on screen: the bar with the layers as stations, the keys, and what is said of a layer, a channel, one number.
 */
package skipstitch.ui.stepper;
