package skipstitch.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segments of a JPEG file (ITU-T T.81, annex B). */
final class JpegSegments {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int TEM = 0x01;
    private static final int APP0_JFIF = 0xE0;
    private static final int APP1_EXIF = 0xE1;
    private static final int APP2_PROFILE = 0xE2;
    private static final int APP14_ADOBE = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] file;
    private final FileBytes in;
    private final ByteArrayOutputStream kept;
    private byte[] exif = {};

    private JpegSegments(byte[] file) {
        this.file = file;
        in = new FileBytes(file, ByteOrder.BIG_ENDIAN);
        kept = new ByteArrayOutputStream(file.length);
    }

    /** From the start to the end of the picture, without application data but what tells its colours. */
    static Essence essence(byte[] file) throws Damage {
        return new JpegSegments(file).essence();
    }

    private Essence essence() throws Damage {
        in.skip(2);
        keepMarker(SOI);
        boolean scanned = false;
        int marker = nextMarker();
        while (marker != EOI) {
            if (marker == TEM || marker >= RST0 && marker <= RST7) {
                marker = nextMarker();
            } else if (marker == SOI) {
                throw Damage.inside("JPEG");
            } else {
                segment(marker);
                scanned |= marker == SOS;
                marker = marker == SOS ? scan() : nextMarker();
            }
        }
        if (!scanned) {
            throw Damage.inside("JPEG");
        }
        keepMarker(EOI);
        return new Essence(kept.toByteArray(), exif);
    }

    /** Whatever stands before the next marker is passed over, as all decoders do. */
    private int nextMarker() throws Damage {
        int code;
        do {
            while (in.u8() != 0xFF) { }
            code = in.u8();
            while (code == 0xFF) {
                code = in.u8();
            }
        } while (code == 0);
        return code;
    }

    private void segment(int marker) throws Damage {
        int start = in.position();
        int length = in.u16();
        if (length < 2) {
            throw Damage.inside("JPEG");
        }
        in.skip(length - 2);
        if (marker == APP1_EXIF && exif.length == 0 && length >= 2 + EXIF.length
                && Arrays.equals(file, start + 2, start + 2 + EXIF.length, EXIF, 0, EXIF.length)) {
            exif = Arrays.copyOfRange(file, start + 2 + EXIF.length, start + length);
        }
        boolean isAside = marker >= APP0_JFIF && marker <= APP15 || marker == COMMENT;
        if (!isAside || marker == APP0_JFIF || marker == APP2_PROFILE || marker == APP14_ADOBE) {
            keepMarker(marker);
            kept.write(file, start, length);
        }
    }

    /** The coded data after a scan's header; returns the marker that ends it. */
    private int scan() throws Damage {
        int start = in.position();
        while (true) {
            int code;
            while (in.u8() != 0xFF) { }
            do {
                code = in.u8();
            } while (code == 0xFF);
            if (code != 0 && (code < RST0 || code > RST7)) {
                kept.write(file, start, in.position() - 2 - start);
                return code;
            }
        }
    }

    private void keepMarker(int code) {
        kept.write(0xFF);
        kept.write(code);
    }
}
