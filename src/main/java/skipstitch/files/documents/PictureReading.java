package skipstitch.files.documents;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.PictureFile;
import skipstitch.files.UnreadablePicture;

/** Reads the picture of a document: one of the app's by its name, or one that is in the file itself. */
final class PictureReading {
    private static final BuiltInPicture USUAL = BuiltInPicture.HOUSE;
    private static final String BUILT_IN =
            Arrays.stream(BuiltInPicture.values()).map(BuiltInPicture::id).collect(Collectors.joining(", "));

    private final Members root;
    private final Complaints complaints;

    PictureReading(Members root, Complaints complaints) {
        this.root = root;
        this.complaints = complaints;
    }

    /** The house, if the file's own cannot be had. */
    ChosenPicture picture() {
        Optional<Json> written = root.take("picture");
        Optional<CropBox> crop = root.get("crop", this::crop, Optional.empty());
        if (written.isEmpty()) {
            return ChosenPicture.whole(USUAL.load());
        }
        try {
            Picture picture = picture(written.get());
            return new ChosenPicture(picture, crop.filter(box -> isWithin(picture, box)));
        } catch (Wrong wrong) {
            complaints.add(wrong, "the house is taken instead");
            return ChosenPicture.whole(USUAL.load());
        }
    }

    private Picture picture(Json value) throws Wrong {
        if (value instanceof Json.Text text) {
            return BuiltInPicture.withId(text.value()).map(BuiltInPicture::load).orElseThrow(() -> new Wrong(value.at(),
                    value.words() + " is no picture that comes with the app: those are " + BUILT_IN
                            + "; another one has to be in the file itself, which never leads to other files"));
        }
        Members picture = Members.of(value, complaints);
        String name = picture.get("name", Values::name, "picture");
        String data = picture.need("data", Values::text);
        picture.complainOfTheRest("the picture");
        try {
            return PictureFile.read(Base64.getDecoder().decode(data), name);
        } catch (UnreadablePicture e) {
            throw new Wrong(value.at(), withoutFullStop(e.getMessage()));
        } catch (IllegalArgumentException _) {
            throw new Wrong(value.at(), "the picture " + Complaints.quoted(name)
                    + " is damaged: its data are no base64");
        }
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private Optional<CropBox> crop(Json value) throws Wrong {
        Members crop = Members.of(value, complaints);
        try {
            return Optional.of(new CropBox(side(crop, "x"), side(crop, "y"), side(crop, "width"),
                    side(crop, "height")));
        } catch (IllegalArgumentException _) {
            throw new Wrong(value.at(), "a part of a picture is wider and higher than 0");
        }
    }

    private static double side(Members crop, String key) throws Wrong {
        return crop.need(key, each -> Values.real(each, PictureFile.MOST_PIXELS));
    }

    private boolean isWithin(Picture picture, CropBox box) {
        if (box.isWithin(picture)) {
            return true;
        }
        complaints.add(root.position("crop"), "the part that is seen does not lie on the picture of " + picture.width()
                + "×" + picture.height(), "its middle is seen instead");
        return false;
    }
}
