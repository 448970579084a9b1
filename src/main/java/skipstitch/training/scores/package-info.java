/** How well an output meets what was wanted: losses with their gradients, and scores for people. */
package skipstitch.training.scores;
