package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.document.Picture;

/** Thousands of broken files: each becomes a picture or is refused, whatever was broken. */
class PictureFuzzTest {
    private static final int FILES = 3000;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aBrokenFileIsAPictureOrRefused(PictureFormat format) throws IOException {
        List<byte[]> seeds = seeds(format);
        int pictures = 0;
        int refused = 0;
        for (int seed = 0; seed < FILES; seed++) {
            byte[] broken = broken(seeds.get(seed % seeds.size()), new SplittableRandom(seed));
            if (format == PictureFormat.PNG && seed % 3 > 0) {
                mendChecksums(broken);
            }
            try {
                Picture picture = PictureFile.read(broken, "broken");
                assertThat(picture.at(picture.width() - 1, picture.height() - 1) >>> 24).isEqualTo(255);
                pictures++;
            } catch (UnreadablePicture e) {
                assertThat(e.getMessage()).startsWith("“broken” is").endsWith(".").hasLineCount(1);
                refused++;
            } catch (Throwable e) {
                fail(format + ", seed " + seed + ": " + e, e);
            }
        }
        assertThat(pictures).as("some damage is harmless").isPositive();
        assertThat(refused).as("some damage is not").isPositive();
    }

    private static byte[] broken(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        // Headers are a small part of a file, and the part where damage is dangerous.
        int reach = random.nextBoolean() ? Math.min(bytes.length, 64) : bytes.length;
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
                    bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                int extreme = new int[] {0, 0xFF, 0x7F, 0x80}[random.nextInt(4)];
                int from = random.nextInt(reach);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + random.nextInt(1, 6)), (byte) extreme);
            }
            default -> {
                int from = random.nextInt(reach);
                int count = Math.min(bytes.length - from, random.nextInt(1, 40));
                System.arraycopy(bytes, random.nextInt(bytes.length - count + 1), bytes, from, count);
            }
        }
        return bytes;
    }

    /** So that the damage gets past the checksums to the decoder. */
    private static void mendChecksums(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png);
        int at = 8;
        while (at + 12 <= png.length) {
            int length = buffer.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            buffer.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
    }

    private static List<byte[]> seeds(PictureFormat format) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED}) {
            seeds.add(Samples.encode(Samples.fields(37, 29, type), format.imageIoName()));
        }
        switch (format) {
            case PNG -> {
                seeds.add(Samples.encode(Samples.fields(20, 20, BufferedImage.TYPE_INT_ARGB), "png"));
                seeds.add(Samples.withChunk(seeds.getFirst(), "eXIf", Samples.exif(6)));
            }
            case JPEG -> {
                seeds.add(Samples.compressed(
                        Samples.fields(37, 29, BufferedImage.TYPE_INT_RGB), "jpeg", "progressive"));
                seeds.add(Samples.withExifSegment(seeds.getFirst(), Samples.exif(6)));
                seeds.add(Samples.withAdobeSegment(
                        Samples.rawJpeg(Samples.fields(32, 32, BufferedImage.TYPE_4BYTE_ABGR)), 2));
            }
            case GIF -> seeds.add(Samples.animation(Samples.fields(20, 20, BufferedImage.TYPE_INT_RGB),
                    Samples.fields(20, 20, BufferedImage.TYPE_INT_RGB)));
            case BMP -> {
                seeds.add(Samples.encode(Samples.fields(20, 20, BufferedImage.TYPE_USHORT_555_RGB), "bmp"));
                seeds.add(Samples.compressed(
                        Samples.fields(37, 29, BufferedImage.TYPE_BYTE_INDEXED), "bmp", "BI_RLE8"));
            }
        }
        return seeds;
    }
}
