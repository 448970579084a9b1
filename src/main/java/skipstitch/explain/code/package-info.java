/**
 * A node in the words of PyTorch 2 and Keras 3: its line of code, to copy, and what each of them would do where the
 * node misfits. In code a batch comes first; PyTorch has channels next, Keras last.
 */
package skipstitch.explain.code;
