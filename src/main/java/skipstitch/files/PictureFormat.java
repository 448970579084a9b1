package skipstitch.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that can be read, told by a file's first bytes. */
enum PictureFormat {
    PNG("png", "\u0089PNG\r\n\u001a\n") {
        @Override
        Essence essence(byte[] file) throws Damage {
            return PngChunks.essence(file);
        }
    },
    JPEG("jpeg", "\u00ff\u00d8\u00ff") {
        @Override
        Essence essence(byte[] file) throws Damage {
            return JpegSegments.essence(file);
        }
    },
    GIF("gif", "GIF8") {
        @Override
        Essence essence(byte[] file) throws Damage {
            return GifBlocks.essence(file);
        }
    },
    BMP("bmp", "BM") {
        @Override
        Essence essence(byte[] file) throws Damage {
            return BmpHeader.essence(file);
        }
    };

    private final String imageIoName;
    private final byte[] signature;

    PictureFormat(String imageIoName, String signature) {
        this.imageIoName = imageIoName;
        this.signature = bytes(signature);
    }

    /** Checks that the file is whole, and takes out what its picture does not need. */
    abstract Essence essence(byte[] file) throws Damage;

    String imageIoName() {
        return imageIoName;
    }

    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> holds(file, 0, format.signature)).findFirst();
    }

    /** What else the file seems to be, with its article, among the kinds that people take for pictures. */
    static Optional<String> otherKind(byte[] file) {
        if (holds(file, 0, bytes("RIFF")) && holds(file, 8, bytes("WEBP"))) {
            return Optional.of("a WebP picture");
        }
        if (holds(file, 4, bytes("ftypavif"))) {
            return Optional.of("an AVIF picture");
        }
        if (holds(file, 4, bytes("ftypheic")) || holds(file, 4, bytes("ftypmif1"))) {
            return Optional.of("a HEIC picture");
        }
        if (holds(file, 0, bytes("II*\0")) || holds(file, 0, bytes("MM\0*"))) {
            return Optional.of("a TIFF or raw picture");
        }
        if (holds(file, 0, bytes("<svg"))) {
            return Optional.of("an SVG drawing");
        }
        return holds(file, 0, bytes("%PDF")) ? Optional.of("a PDF document") : Optional.empty();
    }

    private static boolean holds(byte[] file, int at, byte[] expected) {
        return file.length >= at + expected.length
                && Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
