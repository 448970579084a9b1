/**
 * The lanes: one network drawn once a variant, all with one layout, one camera and one selection, so that the
 * eye compares and never searches; and what mouse and keys do in them.
 */
package skipstitch.ui.lanes;
