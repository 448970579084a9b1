package skipstitch.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** The blocks of a GIF file (GIF89a specification, 17 to 27). */
final class GifBlocks {
    private static final int SIGNATURE = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;

    private GifBlocks() {}

    /** The first frame, with what says which of its colours is transparent. */
    static Essence essence(byte[] file) throws Damage {
        FileBytes in = new FileBytes(file, ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        in.skip(SIGNATURE);
        in.skip(4);
        int globalTable = in.u8();
        in.skip(2);
        in.skip(tableLength(globalTable));
        kept.write(file, 0, in.position());
        while (true) {
            int start = in.position();
            int block = in.u8();
            switch (block) {
                case EXTENSION -> {
                    int label = in.u8();
                    skipSubBlocks(in);
                    if (label == GRAPHIC_CONTROL) {
                        kept.write(file, start, in.position() - start);
                    }
                }
                case IMAGE -> {
                    in.skip(8);
                    in.skip(tableLength(in.u8()));
                    in.skip(1);
                    skipSubBlocks(in);
                    kept.write(file, start, in.position() - start);
                    kept.write(TRAILER);
                    return Essence.withoutExif(kept.toByteArray());
                }
                default -> throw Damage.inside("GIF");
            }
        }
    }

    private static int tableLength(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static void skipSubBlocks(FileBytes in) throws Damage {
        int length = in.u8();
        while (length > 0) {
            in.skip(length);
            length = in.u8();
        }
    }
}
