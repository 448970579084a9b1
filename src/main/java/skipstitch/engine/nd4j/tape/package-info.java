/**
 * Tapes on ND4J. Values lie in Java arrays, channels last, where most layers compute; what multiplies by kernels goes
 * through native code, into which its values are copied.
 */
package skipstitch.engine.nd4j.tape;
