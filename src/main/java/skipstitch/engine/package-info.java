/**
 * Forward passes, whatever computes them: what is asked for ({@link skipstitch.engine.Pass}), what comes back
 * ({@link skipstitch.engine.Activations}), the weights, and the memo that lets lanes share what they have in
 * common. {@link skipstitch.engine.MemoEngine} walks the network; a {@link skipstitch.engine.Backend} computes
 * one layer at a time.
 */
package skipstitch.engine;
