/** The race: what is trained and how, its curves with the bands over seeds, what the networks make of one picture. */
package skipstitch.ui.training;
