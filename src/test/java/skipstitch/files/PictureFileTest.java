package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.document.Picture;

class PictureFileTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void losslessFormatsKeepEachPixel(String format) throws Exception {
        BufferedImage image = Samples.fields(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Picture picture = PictureFile.read(Samples.encode(image, format), "fields." + format);
        assertThat(picture).hasToString("fields." + format + ", 24×16");
        assertThat(picture.pixels()).containsExactly(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    @Test
    void jpegKeepsColoursNearly() throws Exception {
        BufferedImage image = Samples.fields(64, 48, BufferedImage.TYPE_INT_RGB);
        Picture picture = PictureFile.read(Samples.encode(image, "jpeg"), "fields.jpg");
        assertThat(picture.width()).isEqualTo(64);
        assertThat(picture.height()).isEqualTo(48);
        assertFields(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void greyKeepsItsValues(String format) throws Exception {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 100);
        Picture picture = PictureFile.read(Samples.encode(image, format), "grey");
        assertNear(picture.at(5, 5), 0xFF646464, format.equals("jpeg") ? 2 : 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "257, 1", "25700, 100", "65535, 255"})
    void sixteenBitsOfGreyBecomeEight(int stored, int shown) throws Exception {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(1, 1, 0, stored);
        Picture picture = PictureFile.read(Samples.encode(image, "png"), "deep.png");
        assertThat(picture.at(1, 1)).isEqualTo(0xFF000000 | shown * 0x010101);
    }

    @Test
    void sixteenBitsOfColourAndAlphaBecomeEight() throws Exception {
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[] {65535, 25700, 0, 65535});
        raster.setPixel(1, 0, new int[] {65535, 25700, 0, 0});
        Picture picture = PictureFile.read(Samples.encode(new BufferedImage(model, raster, false, null), "png"),
                "deep.png");
        assertThat(picture.pixels()).containsExactly(0xFFFF6400, 0xFFFFFFFF);
    }

    @Test
    void whatIsTransparentIsLaidOverWhite() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 3, 1, new int[] {0x00FF0000, 0x80FF0000, 0xFF000000}, 0, 3);
        Picture picture = PictureFile.read(Samples.encode(image, "png"), "glass.png");
        assertThat(picture.pixels()).containsExactly(0xFFFFFFFF, 0xFFFF7F7F, 0xFF000000);
    }

    @Test
    void greyWithAlphaIsLaidOverWhite() throws Exception {
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[] {100, 255});
        raster.setPixel(1, 0, new int[] {0, 128});
        Picture picture = PictureFile.read(Samples.encode(new BufferedImage(model, raster, false, null), "png"),
                "grey.png");
        assertThat(picture.pixels()).containsExactly(0xFF646464, 0xFF7F7F7F);
    }

    @Test
    void aColourMayBeNamedAsTheTransparentOne() throws Exception {
        byte[] png = Samples.encode(Samples.fields(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png");
        Picture picture = PictureFile.read(Samples.withChunk(png, "tRNS", new byte[] {0, (byte) 255, 0, 0, 0, 0}),
                "key.png");
        assertThat(picture.at(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(picture.at(WIDTH - 1, 0)).isEqualTo(0xFF00FF00);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void palettesOfEachDepthAreLookedUp(int bits) throws Exception {
        byte[] red = {0, (byte) 250};
        IndexColorModel palette = new IndexColorModel(bits, 2, red, new byte[] {0, 20}, new byte[] {90, 30});
        WritableRaster raster = bits == 8 ? Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 1, null)
                : Raster.createPackedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 1, bits, null);
        raster.setSample(3, 1, 0, 1);
        BufferedImage image = new BufferedImage(palette, raster, false, null);
        for (String format : new String[] {"png", "gif"}) {
            Picture picture = PictureFile.read(Samples.encode(image, format), "palette." + format);
            assertThat(picture.at(3, 1)).as(format).isEqualTo(0xFFFA141E);
            assertThat(picture.at(0, 0)).as(format).isEqualTo(0xFF00005A);
        }
    }

    @Test
    void aTransparentPlaceInAGifIsWhite() throws Exception {
        IndexColorModel palette = new IndexColorModel(1, 2, new byte[] {0, 9}, new byte[] {0, 9}, new byte[] {0, 9}, 0);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(1, 1, 0, 1);
        Picture picture = PictureFile.read(Samples.encode(image, "gif"), "hole.gif");
        assertThat(picture.at(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(picture.at(1, 1)).isEqualTo(0xFF090909);
    }

    @Test
    void anAnimationShowsItsFirstFrame() throws Exception {
        BufferedImage first = Samples.fields(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        BufferedImage second = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Picture picture = PictureFile.read(Samples.animation(first, second), "moving.gif");
        assertThat(picture.pixels()).containsExactly(first.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void fourChannelJpegIsPrintersColours(int transform) throws Exception {
        // Adobe stores CMYK inverted, 255 is no ink; YCCK holds the complement of the inverted CMY, as luma and chroma.
        int[] cyan = transform == 0 ? new int[] {0, 255, 255, 255} : ycck(255, 0, 0);
        BufferedImage image = fourBands(32, 32, cyan);
        Picture picture = PictureFile.read(
                Samples.withAdobeSegment(withoutJfif(Samples.rawJpeg(image)), transform), "print.jpg");
        int pixel = picture.at(16, 16);
        assertThat(pixel >> 16 & 255).as("red of %08x", pixel).isLessThan(70);
        assertThat(pixel >> 8 & 255).as("green of %08x", pixel).isGreaterThan(140);
        assertThat(pixel & 255).as("blue of %08x", pixel).isGreaterThan(200);
    }

    private static int[] ycck(int red, int green, int blue) {
        return new int[] {(int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue),
            (int) Math.round(128 - 0.1687 * red - 0.3313 * green + 0.5 * blue),
            (int) Math.min(255, Math.round(128 + 0.5 * red - 0.4187 * green - 0.0813 * blue)), 255};
    }

    private static BufferedImage fourBands(int width, int height, int[] pixel) {
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        for (int i = 0; i < width * height; i++) {
            raster.setPixel(i % width, i / width, pixel);
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static byte[] withoutJfif(byte[] jpeg) {
        boolean has = (jpeg[3] & 255) == 0xE0;
        int length = (jpeg[4] & 255) << 8 | jpeg[5] & 255;
        byte[] rest = has ? Arrays.copyOfRange(jpeg, 4 + length, jpeg.length)
                : Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return Samples.inserted(rest, 0, new byte[] {(byte) 0xFF, (byte) 0xD8});
    }

    @Test
    void aColourProfileIsApplied() throws Exception {
        byte[] profile = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB)).getProfile().getData();
        byte[] segment = ByteBuffer.allocate(18 + profile.length).putShort((short) 0xFFE2)
                .putShort((short) (16 + profile.length)).put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1).put((byte) 1)
                .put(profile).array();
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, 0x373737);
        }
        Picture picture = PictureFile.read(Samples.inserted(Samples.encode(image, "jpeg"), 20, segment), "linear.jpg");
        // 55/255 of the light is 128 in sRGB.
        assertNear(picture.at(8, 8), 0xFF808080, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "1, FF0000, 00FF00, 0000FF, FFFF00", "2, 00FF00, FF0000, FFFF00, 0000FF", "3, FFFF00, 0000FF, 00FF00, FF0000",
        "4, 0000FF, FFFF00, FF0000, 00FF00", "5, FF0000, 0000FF, 00FF00, FFFF00", "6, 0000FF, FF0000, FFFF00, 00FF00",
        "7, FFFF00, 00FF00, 0000FF, FF0000", "8, 00FF00, FFFF00, FF0000, 0000FF"})
    void picturesAreTurnedAsTheirExifTagSays(int tag, String topLeft, String topRight, String bottomLeft,
            String bottomRight) throws Exception {
        BufferedImage image = Samples.fields(64, 32, BufferedImage.TYPE_INT_RGB);
        byte[] exif = Samples.exif(tag);
        for (Picture picture : new Picture[] {
            PictureFile.read(Samples.withExifSegment(Samples.encode(image, "jpeg"), exif), "turned.jpg"),
            PictureFile.read(Samples.withChunk(Samples.encode(image, "png"), "eXIf", exif), "turned.png")}) {
            int right = picture.width() - 4;
            int bottom = picture.height() - 4;
            assertThat(picture.width()).isEqualTo(tag < 5 ? 64 : 32);
            assertThat(picture.height()).isEqualTo(tag < 5 ? 32 : 64);
            assertNear(picture.at(3, 3), Integer.parseInt(topLeft, 16), 8);
            assertNear(picture.at(right, 3), Integer.parseInt(topRight, 16), 8);
            assertNear(picture.at(3, bottom), Integer.parseInt(bottomLeft, 16), 8);
            assertNear(picture.at(right, bottom), Integer.parseInt(bottomRight, 16), 8);
        }
    }

    @Test
    void garbledExifLeavesThePictureUpright() throws Exception {
        byte[] jpeg = Samples.encode(Samples.fields(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg");
        assertFields(PictureFile.read(
                Samples.withExifSegment(jpeg, new byte[] {'M', 'M', 0, 42, 127, 0, 0, 0}), "odd.jpg"));
        assertFields(PictureFile.read(Samples.withExifSegment(jpeg, new byte[0]), "odd.jpg"));
    }

    @Test
    void theContentTellsTheFormatNotTheName() throws Exception {
        byte[] png = Samples.encode(Samples.fields(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(PictureFile.read(png, "photo.jpg").width()).isEqualTo(WIDTH);
    }

    private static void assertFields(Picture picture) {
        for (int y : new int[] {4, picture.height() - 5}) {
            for (int x : new int[] {4, picture.width() - 5}) {
                assertNear(picture.at(x, y), Samples.field(x, y, picture.width(), picture.height()), 8);
            }
        }
    }

    private static void assertNear(int actual, int expected, int tolerance) {
        assertThat(actual >>> 24).isEqualTo(255);
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(Math.abs((actual >> shift & 255) - (expected >> shift & 255)))
                    .as("%08x against %08x", actual, expected).isLessThanOrEqualTo(tolerance);
        }
    }
}
