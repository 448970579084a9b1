/** What is said about gradients: whose they are, what the bands on the edges mean, how much comes by which way. */
package skipstitch.ui.gradients;
