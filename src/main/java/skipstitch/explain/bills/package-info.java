/**
 * The cost of a network in its variants, written down: as rows of numbers, as a table in text, as CSV, in sentences.
 */
package skipstitch.explain.bills;
