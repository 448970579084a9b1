/**
 * Networks with their weights as ONNX models, which other programs open and run. The tests run them in ONNX Runtime,
 * an oracle that shares no code with us. Nobody else imports the ONNX binding.
 */
package skipstitch.files.onnx;
