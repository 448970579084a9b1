/**
 * How one value of a layer came about, from operands of the run: {@link skipstitch.explain.arithmetic.ValueExplainer} says
 * it as {@link skipstitch.explain.arithmetic.Arithmetic} that can be done again, and
 * {@link skipstitch.explain.arithmetic.Writing} writes it out with numbers that add up.
 */
package skipstitch.explain.arithmetic;
