package skipstitch.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file's bytes, read from front to back; to read beyond the end is {@link Damage}. */
final class FileBytes {
    private final ByteBuffer buffer;

    FileBytes(byte[] bytes, ByteOrder order) {
        buffer = ByteBuffer.wrap(bytes).order(order);
    }

    int position() {
        return buffer.position();
    }

    int remaining() {
        return buffer.remaining();
    }

    int u8() throws Damage {
        need(1);
        return buffer.get() & 0xFF;
    }

    int u16() throws Damage {
        need(2);
        return buffer.getShort() & 0xFFFF;
    }

    int i32() throws Damage {
        need(4);
        return buffer.getInt();
    }

    long u32() throws Damage {
        return i32() & 0xFFFF_FFFFL;
    }

    byte[] take(int count) throws Damage {
        need(count);
        byte[] taken = new byte[count];
        buffer.get(taken);
        return taken;
    }

    void skip(long count) throws Damage {
        need(count);
        buffer.position(buffer.position() + (int) count);
    }

    private void need(long count) throws Damage {
        if (count < 0 || count > buffer.remaining()) {
            throw Damage.cutShort();
        }
    }
}
