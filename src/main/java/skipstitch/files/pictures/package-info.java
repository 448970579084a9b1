/**
 * The drawing code behind the PNG files in {@code assets/}: one small class a
 * {@link skipstitch.files.pictures.Drawing}, and the canvas they share. The application never runs it: it reads
 * the PNG files. {@code assets/README.md} says how to make them anew, and a test holds files and code together.
 *
 * <p>Everything is computed in doubles with {@code StrictMath} and seeded noise, so that each machine gets the
 * same pixels. No {@code java.awt}, nothing of ours is imported.
 */
package skipstitch.files.pictures;
