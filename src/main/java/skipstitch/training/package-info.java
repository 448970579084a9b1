/**
 * The race: one network in several variants, trained for one task from the same seeds, so that what a skip is good for
 * can be seen. A {@link skipstitch.training.Race} is made of {@link skipstitch.training.RaceSettings} and tapes and is
 * pulled: each {@link skipstitch.training.Race#step} does one short piece of work on the caller's thread, in the order
 * of the seeds, all lanes of one seed side by side; between two pieces whoever calls may pause, look at curves and
 * predictions, which any thread may read, or close the race. No thread is made here.
 */
package skipstitch.training;
