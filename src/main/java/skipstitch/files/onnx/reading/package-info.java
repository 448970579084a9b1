/**
 * ONNX models that other programs made as networks with their weights: what each operator is here, constants folded on
 * the way, skips found by structure. A file may be damaged or hostile: whatever it holds, reading it ends with a network
 * or a sentence, within bounds of memory and time.
 */
package skipstitch.files.onnx.reading;
