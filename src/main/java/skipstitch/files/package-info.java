/**
 * What is read from disk and written to it: pictures in and out, tensors as {@code .npy}. Files are written whole
 * or not at all.
 *
 * <p>The one package that may use {@code java.awt}, to decode and encode picture files; none of it shows in a
 * signature. What cannot be read is refused with a sentence for the person who chose the file.
 */
package skipstitch.files;
