package skipstitch.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The content of something, as a hash: equal keys, equal numbers. 128 bits of SHA-256, so that no two tensors
 * are taken for one another.
 */
public record Key(long high, long low) {

    /** Of a word and other contents, in order. */
    static Key of(String word, List<Key> parts) {
        MessageDigest digest = digest();
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(16 * parts.size());
        parts.forEach(part -> bytes.putLong(part.high).putLong(part.low));
        return finish(digest, bytes);
    }

    /** Of values, to the bit. */
    static Key of(float[]... arrays) {
        MessageDigest digest = digest();
        ByteBuffer chunk = ByteBuffer.allocate(1 << 14);
        for (float[] array : arrays) {
            chunk.putInt(array.length);
            for (float value : array) {
                if (chunk.remaining() < Float.BYTES) {
                    digest.update(chunk.flip());
                    chunk.clear();
                }
                chunk.putFloat(value);
            }
            digest.update(chunk.flip());
            chunk.clear();
        }
        return finish(digest, ByteBuffer.allocate(0));
    }

    private static Key finish(MessageDigest digest, ByteBuffer last) {
        digest.update(last.array());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new Key(hash.getLong(), hash.getLong());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
