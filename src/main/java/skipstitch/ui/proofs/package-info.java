/**
 * Proofs by hand: the knob between no skip, add and concat with what it does to the next layer, and what can be done
 * to the tensors of a merge. Each view stands wherever there is room.
 */
package skipstitch.ui.proofs;
