/**
 * Every layer in plain Java, forward and its derivative, one small file a family: for reading, as the tests'
 * reference, and standing in where the native library cannot. Loops are straightforward and all is computed in
 * {@code double}; nothing here is tuned beyond running along rows.
 */
package skipstitch.engine.plain;
