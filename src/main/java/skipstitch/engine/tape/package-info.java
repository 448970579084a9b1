/**
 * Both ways through a network: a batch forward, gradients backward. What is here says what that is; {@code engine.nd4j}
 * and {@code engine.plain} do it.
 */
package skipstitch.engine.tape;
