package skipstitch.explain.arithmetic;

import skipstitch.explain.Branch;

/**
 * A number that goes into another.
 *
 * @param inlet   by which inlet of the node it came in
 * @param cell    where it was read; outside of the tensor for padding
 * @param value   what was read there, 0 for padding's zeros
 * @param padding whether it lies in the padding
 * @param branch  of the selected merge, for its colour
 */
public record Operand(int inlet, Cell cell, float value, boolean padding, Branch branch) {}
