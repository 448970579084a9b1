/**
 * ONNX Runtime as an oracle that shares no code with us: a network and its weights as an ONNX model, run with
 * every node's tensor returned.
 */
package skipstitch.onnx;
