/**
 * The drawer in which a network is edited: the palette of layers, the settings of what is selected, and what buttons
 * and keys do to it. Dragging within the lanes is theirs.
 */
package skipstitch.ui.editing;
