/** One forward pass by several engines, all activations kept: time, interleaved, and peak memory. */
package skipstitch.bench.forward;
