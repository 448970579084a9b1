package skipstitch.files.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;

/** What is done to the tensor of one edge, as an object on one line. */
final class InterventionWriting {
    private InterventionWriting() {}

    static String text(Edge edge, List<Intervention> done) {
        DocumentWriting.Pairs pairs = new DocumentWriting.Pairs().put("into", DocumentWriting.quoted(edge.to().value()))
                .put("inlet", Integer.toString(edge.inlet()));
        for (Intervention each : done) {
            switch (each) {
                case Shuffle(long seed, boolean kernelsAlike) -> {
                    pairs.put("shuffle", Long.toString(seed));
                    if (kernelsAlike) {
                        pairs.put("kernelsAlike", "true");
                    }
                }
                case Volume(float factor) -> pairs.put("volume", DocumentWriting.number(factor));
                case Paint(SortedMap<Pixel, Float> added) -> pairs.put("paint", DocumentWriting.list(strokes(added)));
                case Erase(SortedSet<Integer> channels) -> pairs.put("erase",
                        DocumentWriting.list(channels.stream().map(Object::toString).toList()));
                case EraseAll _ -> pairs.put("eraseAll", "true");
            }
        }
        return pairs.text();
    }

    /** {@code [channel, row, column, value, …]}: neighbours in a row stand in one list. */
    private static List<String> strokes(SortedMap<Pixel, Float> added) {
        List<String> strokes = new ArrayList<>();
        List<String> stroke = new ArrayList<>();
        Pixel expected = new Pixel(0, 0, 0);
        for (Map.Entry<Pixel, Float> each : added.entrySet()) {
            Pixel pixel = each.getKey();
            if (stroke.isEmpty() || !pixel.equals(expected)) {
                if (!stroke.isEmpty()) {
                    strokes.add(DocumentWriting.list(stroke));
                }
                stroke = new ArrayList<>(List.of(Integer.toString(pixel.channel()), Integer.toString(pixel.y()),
                        Integer.toString(pixel.x())));
            }
            stroke.add(DocumentWriting.number(each.getValue()));
            expected = new Pixel(pixel.channel(), pixel.y(), pixel.x() + 1);
        }
        strokes.add(DocumentWriting.list(stroke));
        return strokes;
    }
}
