package skipstitch.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Arrays by the content of what made them, shared by all lanes. Pinned ones stay; of the others the least
 * recently used go first when there is no room. Guarded by its owner's lock.
 */
final class Memo<V> {
    private final Map<Key, Entry<V>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final Consumer<V> free;
    private long bytes;
    // Counted along: every pass asks, and there may be many thousand entries.
    private long pinnedBytes;

    Memo(Consumer<V> free) {
        this.free = free;
    }

    static final class Entry<V> {
        private final Memo<V> memo;
        final V value;
        final long bytes;
        private int pins;

        private Entry(Memo<V> memo, V value, long bytes) {
            this.memo = memo;
            this.value = value;
            this.bytes = bytes;
        }

        void pin() {
            if (pins++ == 0) {
                memo.pinnedBytes += bytes;
            }
        }

        void unpin() {
            if (--pins == 0) {
                memo.pinnedBytes -= bytes;
            }
        }
    }

    Optional<Entry<V>> find(Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Bytes that pinning a tensor of this key and size would add to the pinned ones. */
    long toPin(Key key, long size) {
        return find(key).filter(entry -> entry.pins > 0).isPresent() ? 0 : size;
    }

    Entry<V> put(Key key, V value, long size) {
        Entry<V> entry = new Entry<>(this, value, size);
        entries.put(key, entry);
        bytes += size;
        return entry;
    }

    /** Frees unpinned entries, least recently used first, until this many bytes are held at the most. */
    void shrinkTo(long most) {
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (bytes > most && oldest.hasNext()) {
            Entry<V> entry = oldest.next();
            if (entry.pins == 0) {
                oldest.remove();
                bytes -= entry.bytes;
                free.accept(entry.value);
            }
        }
    }

    long bytes() {
        return bytes;
    }

    long pinnedBytes() {
        return pinnedBytes;
    }

    void clear() {
        entries.values().forEach(entry -> free.accept(entry.value));
        entries.clear();
        bytes = 0;
    }
}
