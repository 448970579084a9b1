/**
 * Proofs by trying: what becomes of the layer that reads a merge when the merge is another one. Data alone, from runs
 * of all variants.
 */
package skipstitch.explain.proofs;
