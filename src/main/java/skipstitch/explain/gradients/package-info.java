/** The way back, as data: what a lane's gradients are of, and how much of them comes by which edge. */
package skipstitch.explain.gradients;
