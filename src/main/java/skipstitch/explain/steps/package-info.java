/**
 * Stepping: the layers as stations, where the stepper stands, which place of one tensor is which of another, and what is
 * to be said there, in all lanes at once. Data only; a window plays it.
 */
package skipstitch.explain.steps;
