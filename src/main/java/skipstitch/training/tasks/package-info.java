/** What networks are trained for: examples made by code, as many as one wants, and which network fits which task. */
package skipstitch.training.tasks;
