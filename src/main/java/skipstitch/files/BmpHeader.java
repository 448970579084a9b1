package skipstitch.files;

import java.nio.ByteOrder;

/** The header of a BMP file (BITMAPFILEHEADER and BITMAPINFOHEADER of the Windows API). */
final class BmpHeader {
    private static final int CORE_HEADER = 12;
    private static final int INFO_HEADER = 40;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpHeader() {}

    /** All of the file, if the rows that its header promises are there. */
    static Essence essence(byte[] file) throws Damage {
        FileBytes in = new FileBytes(file, ByteOrder.LITTLE_ENDIAN);
        in.skip(10);
        long data = in.u32();
        long header = in.u32();
        boolean old = header == CORE_HEADER;
        if (!old && header < INFO_HEADER) {
            throw Damage.inside("BMP");
        }
        long width = old ? in.u16() : in.i32();
        long height = old ? in.u16() : Math.abs((long) in.i32());
        in.skip(2);
        int bits = in.u16();
        long compression = old ? UNCOMPRESSED : in.u32();
        // Beyond run lengths and bit fields come whole JPEG and PNG files, of a size that this header does not tell.
        if (width < 1 || height < 1 || bits < 1 || bits > 32 || compression > BIT_FIELDS) {
            throw Damage.inside("BMP");
        }
        boolean hasRows = compression == UNCOMPRESSED || compression == BIT_FIELDS;
        // Some writers leave out the last row's padding.
        long lastRow = (width * bits + 7) / 8;
        long row = (width * bits + 31) / 32 * 4;
        if (data > file.length || hasRows && (height - 1) * row > file.length - data - lastRow) {
            throw Damage.cutShort();
        }
        return Essence.withoutExif(file);
    }
}
