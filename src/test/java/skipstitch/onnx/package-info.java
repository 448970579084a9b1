/**
 * ONNX Runtime as an oracle that shares no code with us: it runs the models of {@code skipstitch.files.onnx}, which are
 * thereby tested, too.
 */
package skipstitch.onnx;
