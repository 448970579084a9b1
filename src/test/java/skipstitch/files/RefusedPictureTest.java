package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedPictureTest {
    private static final String CUT_SHORT =
            "“it” is cut short: the file ends before its picture does; download or save it again.";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"png, 0", "jpeg, 0", "bmp, 0", "gif, 1"})
    void aFileCutShortAnywhereIsRefused(String format, int bytesAfterThePicture) throws Exception {
        byte[] whole = Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), format);
        assertThat(PictureFile.read(whole, "it").width()).isEqualTo(40);
        for (int length = 8; length < whole.length - bytesAfterThePicture; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).as("%d of %d bytes", length, whole.length)
                    .isEqualTo(CUT_SHORT);
        }
        for (int length = 1; length < 8; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).startsWith("“it” is ");
        }
    }

    @ParameterizedTest
    @CsvSource({"jpeg, progressive", "bmp, BI_RLE8"})
    void soIsOneWrittenInAnotherWay(String format, String way) throws Exception {
        byte[] whole = Samples.compressed(Samples.fields(40, 30, BufferedImage.TYPE_BYTE_INDEXED), format, way);
        assertThat(PictureFile.read(whole, "it").width()).isEqualTo(40);
        for (int length = 1; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).as("%d of %d bytes", length, whole.length)
                    .startsWith("“it” is ");
        }
    }

    @Test
    void aJpegWhoseDataEndBeforeItsEndMarkerIsRefused() throws Exception {
        byte[] whole = Samples.encode(Samples.fields(200, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] half = Arrays.copyOf(whole, whole.length * 2 / 3);
        half[half.length - 2] = (byte) 0xFF;
        half[half.length - 1] = (byte) 0xD9;
        assertThat(refusal(half)).isEqualTo("“it” is a damaged JPEG file; download or save it again.");
    }

    @Test
    void aPngWithAWrongChecksumIsRefused() throws Exception {
        byte[] png = Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        png[60] ^= 1;
        assertThat(refusal(png)).isEqualTo("“it” is a damaged PNG file; download or save it again.");
    }

    @Test
    void anEnormousPictureIsRefusedByItsHeader() throws Exception {
        byte[] png = Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(refusal(Samples.withSize(png, 1_000_000, 500_000)))
                .startsWith("“it” is 1,000,000×500,000 pixels, which is too large; scale it down to at most ");
        byte[] gif = Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), "gif");
        int frame = 13 + (3 << (gif[10] & 7) + 1);
        while (gif[frame] != 0x2C) {
            frame++;
        }
        Arrays.fill(gif, frame + 5, frame + 9, (byte) 0xFF);
        assertThat(refusal(gif)).startsWith("“it” is 65,535×65,535 pixels");
        byte[] bmp = Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), "bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 100_000).putInt(22, 100_000);
        assertThat(refusal(bmp)).isEqualTo(CUT_SHORT);
    }

    @Test
    void theSizeOfAPictureIsCheckedAgainstTheMemoryToo() throws Exception {
        Decoding.checkSize(1000, 1000, "small");
        assertThatExceptionOfType(UnreadablePicture.class).isThrownBy(() -> Decoding.checkSize(8001, 8000, "large"))
                .withMessageContaining("8,001×8,000");
    }

    @Test
    void textThatUnpacksToMuchMoreThanItsFileIsLeftAlone() throws Exception {
        byte[] png = Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        byte[] notEvenPacked = "a\0\0not deflated at all".getBytes(StandardCharsets.US_ASCII);
        assertThat(PictureFile.read(Samples.withChunk(png, "zTXt", notEvenPacked), "it").width()).isEqualTo(40);
    }

    @Test
    void otherFilesAreNamedForWhatTheyAre() {
        assertThat(refusal(new byte[0])).isEqualTo("“it” is empty; choose a PNG, JPEG, GIF or BMP picture.");
        assertThat(refusal("Dear reader".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("“it” is not a picture that can be read here; choose a PNG, JPEG, GIF or BMP picture.");
        assertThat(refusal("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("“it” is a WebP picture, which cannot be read here; save it as PNG or JPEG first.");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains("is a PDF document");
    }

    @Test
    void foldersAndMissingFilesAreRefused() throws IOException {
        assertThat(refusal(folder)).contains("is a folder; choose a picture in it.");
        assertThat(refusal(folder.resolve("gone.png")))
                .isEqualTo("“gone.png” is not there; choose a file that exists.");
        Path dangling = folder.resolve("link.png");
        Files.createSymbolicLink(dangling, folder.resolve("gone.png"));
        assertThat(refusal(dangling)).isEqualTo("“link.png” is not there; choose a file that exists.");
        assertThat(refusal(Path.of("/"))).contains("is a folder");
    }

    @Test
    void aFileWithoutPermissionIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("secret.png"), new byte[] {1});
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "needs a user who can be refused");
        assertThat(refusal(file)).startsWith("“secret.png” may not be read by you;");
    }

    @Test
    void aPictureOnDiskIsReadByItsPath() throws Exception {
        Path file = Files.write(folder.resolve("fields.png"),
                Samples.encode(Samples.fields(40, 30, BufferedImage.TYPE_INT_RGB), "png"));
        assertThat(PictureFile.read(file)).hasToString("fields.png, 40×30");
    }

    @Test
    void aStreamThatFailsOrNeverEndsIsRefused() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatExceptionOfType(UnreadablePicture.class).isThrownBy(() -> PictureFile.read(failing, "it"))
                .withMessage("“it” could not be read to its end; check the disk or the connection.");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };
        assertThatExceptionOfType(UnreadablePicture.class).isThrownBy(() -> PictureFile.read(endless, "it"))
                .withMessage("“it” is a file of more than 100 MB; save the picture smaller.");
    }

    @Test
    void namesInMessagesAreShortAndOnOneLine() {
        String name = "a\nb" + "c".repeat(200);
        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> PictureFile.read(new ByteArrayInputStream(new byte[0]), name))
                .withMessage("“a b" + "c".repeat(76) + "…” is empty; choose a PNG, JPEG, GIF or BMP picture.");
    }

    private static String refusal(byte[] bytes) {
        try {
            return PictureFile.read(bytes, "it").toString();
        } catch (UnreadablePicture e) {
            return e.getMessage();
        }
    }

    private static String refusal(Path file) {
        try {
            return PictureFile.read(file).toString();
        } catch (UnreadablePicture e) {
            return e.getMessage();
        }
    }
}
