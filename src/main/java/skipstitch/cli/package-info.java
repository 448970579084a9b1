/**
 * The commands that a person or a script types: {@link skipstitch.cli.Skipstitch} lists them, one class each.
 * Standard output carries the answer only, notices go to standard error; bad input is one line and exit code 2.
 * {@link skipstitch.cli.Launch} is the one class here that knows the window.
 */
package skipstitch.cli;
