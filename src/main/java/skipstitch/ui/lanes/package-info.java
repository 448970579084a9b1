/**
 * The lanes: one network drawn once a variant, all with one layout, one camera and one selection, so that the
 * eye compares and never searches.
 */
package skipstitch.ui.lanes;
