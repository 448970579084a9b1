/** Both ways through a network, and whole steps of training, beside PyTorch. */
package skipstitch.bench.training;
