package skipstitch.files;

/**
 * What a decoder needs of a picture file: the same file without comments, thumbnails, text and later frames. Hidden
 * bombs go with them, and what is left is known to be whole.
 *
 * @param bytes a file of the same format
 * @param exif  the Exif block that was taken out, a TIFF structure; empty if there is none
 */
record Essence(byte[] bytes, byte[] exif) {
    private static final byte[] NONE = {};

    static Essence withoutExif(byte[] bytes) {
        return new Essence(bytes, NONE);
    }
}
