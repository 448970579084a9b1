package skipstitch.engine;

import java.lang.foreign.MemorySegment;
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

    /** In 32 letters and digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }

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
        byte[] chunk = new byte[1 << 14];
        MemorySegment bytes = MemorySegment.ofArray(chunk);
        for (float[] array : arrays) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, array.length));
            MemorySegment values = MemorySegment.ofArray(array);
            for (long from = 0; from < values.byteSize(); from += chunk.length) {
                int length = (int) Math.min(chunk.length, values.byteSize() - from);
                MemorySegment.copy(values, from, bytes, 0, length);
                digest.update(chunk, 0, length);
            }
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
