/**
 * What survived of the picture in a tensor: a linear readout in closed form rebuilds it. What that can tell and what not
 * is said with it.
 */
package skipstitch.explain.survival;
