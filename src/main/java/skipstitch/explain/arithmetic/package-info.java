/**
 * How one value of a layer came about, from operands of the run: as data that can be computed again, and written out
 * with numbers that add up.
 */
package skipstitch.explain.arithmetic;
