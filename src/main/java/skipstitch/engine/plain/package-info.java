/**
 * Every layer in plain Java, one small file a family: for reading, as the tests' reference, and standing in
 * where the native library cannot. Loops are straightforward and sums are kept in {@code double}; nothing here
 * is tuned beyond running along rows.
 */
package skipstitch.engine.plain;
