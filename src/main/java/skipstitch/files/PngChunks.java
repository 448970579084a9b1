package skipstitch.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The chunks of a PNG file (PNG specification, third edition, 5: length, type, data, checksum). */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;

    private PngChunks() {}

    /** Only the chunks that make pixels, their checksums proven. */
    static Essence essence(byte[] file) throws Damage {
        FileBytes in = new FileBytes(file, ByteOrder.BIG_ENDIAN);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
        in.skip(SIGNATURE);
        byte[] exif = {};
        boolean hasData = false;
        int type;
        do {
            int start = in.position();
            long length = in.u32();
            type = in.i32();
            in.skip(length);
            int checksum = in.i32();
            int whole = (int) length + AROUND;
            switch (type) {
                case IHDR, PLTE, TRNS, IDAT, IEND -> {
                    if (checksum != checksum(file, start + 4, whole - 8)) {
                        throw Damage.inside("PNG");
                    }
                    hasData |= type == IDAT;
                    kept.write(file, start, whole);
                }
                case EXIF -> exif = Arrays.copyOfRange(file, start + 8, start + whole - 4);
                default -> { }
            }
        } while (type != IEND);
        if (!hasData) {
            throw Damage.inside("PNG");
        }
        return new Essence(kept.toByteArray(), exif);
    }

    private static int checksum(byte[] file, int from, int count) {
        CRC32 crc = new CRC32();
        crc.update(file, from, count);
        return (int) crc.getValue();
    }
}
