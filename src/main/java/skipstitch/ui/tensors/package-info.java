/**
 * The tensors of what is selected: mosaics of all channels with one scale and one column count, the legend, and
 * the table of what a merge costs.
 */
package skipstitch.ui.tensors;
