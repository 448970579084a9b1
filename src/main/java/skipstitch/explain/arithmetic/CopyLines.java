package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Line.Says;

/** Values that were not computed but copied: from where, with the arithmetic of the places. */
final class CopyLines {
    private CopyLines() {}

    static List<Line> of(Value value, Arithmetic.Copied copied) {
        Operand source = copied.source();
        Stream<Line> places = switch (copied.move()) {
            case Move.Stays _, Move.Undropped _, Move.Unpooled _ -> Stream.of();
            case Move.Unrolled(var shape) -> Stream.of(unrolled(value.cell(), source, shape.area(), shape.width()));
            case Move.Cropped(var sides) -> rowAndColumn(value.cell(), source, "+", sides.top(), sides.left());
            case Move.Framed(var sides) -> rowAndColumn(value.cell(), source, "−", sides.top(), sides.left());
            case Move.Thinned(int stride) -> rowAndColumn(value.cell(), source, "·", stride, stride);
            case Move.Enlarged(int factor) -> rowAndColumn(value.cell(), source, "/", factor, factor);
            case Move.BetweenChannels(int before) -> Stream.of(place("channel", value.cell().channel(), "−", before,
                    source.cell().channel(), source.branch()));
            case Move.Joined joined -> Stream.of(joined(value.cell().channel(), source, joined));
        };
        return Stream.of(Stream.of(Writing.alone(value, source.branch(), Optional.of(source))), places,
                Stream.of(Writing.words(words(value.cell(), source.cell(), copied.move()))))
                .flatMap(lines -> lines).toList();
    }

    static List<Line> absent(Value value, Arithmetic.Absent.Why why) {
        return List.of(Writing.alone(value, Branch.NONE, Optional.empty()), Writing.words(switch (why) {
            case PADDING -> "Nothing comes here: it is one of the zeros that were put around.";
            case PADDING_CHANNEL -> "Nothing comes here: the whole channel is one of those of zeros.";
            case NO_MAXIMUM -> "Nothing comes here: no window of the pool had its largest value at this place.";
        }));
    }

    private static String words(Cell to, Cell from, Move move) {
        return switch (move) {
            case Move.Stays _ -> "Nothing is computed: the value passes.";
            case Move.Undropped(float rate) -> "Dropout lets every value pass now. In training it sets a share of "
                    + Numerals.setting(rate) + " of them to 0 and divides the others by 1 − " + Numerals.setting(rate)
                    + ", so that the mean stays and nothing is left to do here.";
            case Move.Unrolled _ -> "Nothing is computed: the maps are read out channel by channel, row by row.";
            case Move.Cropped _ -> "Nothing is computed: rows and columns before it were cut away.";
            case Move.Framed _ -> "Nothing is computed: zeros were put around.";
            case Move.Thinned(int stride) -> stride == 1 ? "Nothing is computed: every row and column stays."
                    : "Nothing is computed: of " + stride + " rows one stays, and of " + stride + " columns.";
            case Move.Enlarged(int factor) ->
                    "Nothing is computed: each value is repeated " + factor + "×" + factor + " times.";
            case Move.BetweenChannels _ -> "Nothing is computed: channels of zeros were put before and after.";
            case Move.Joined _ -> "Nothing is computed: each branch is still there, one after the other.";
            case Move.Unpooled(var window, _, int windows) -> "From " + place(from)
                    + ": that window of the pool had its largest value here, " + Numerals.value(window.redo()) + " at " + place(to) + "."
                    + (windows > 1 ? " " + windows + " windows did; the last one wins." : "");
        };
    }

    private static String place(Cell cell) {
        return "(" + cell.y() + ", " + cell.x() + ")";
    }

    private static Stream<Line> rowAndColumn(Cell to, Operand source, String sign, int top, int left) {
        return Stream.of(place("row", to.y(), sign, top, source.cell().y(), source.branch()),
                place("column", to.x(), sign, left, source.cell().x(), source.branch()));
    }

    /** {@code row 2 is row 5 of x: 2 + 3 = 5}, or with a quotient rounded down. */
    private static Line place(String what, int to, String sign, int by, int from, Branch branch) {
        boolean quotient = sign.equals("/");
        return Writing.line(Says.PLACE, draft -> {
            draft.word(what + " " + to + " is " + what + " " + from + " of x:");
            (quotient ? draft.sign("⌊") : draft).whole(to, Branch.NONE).sign(sign).whole(by, Branch.NONE);
            (quotient ? draft.sign("⌋") : draft).sign("=").whole(from, branch);
        });
    }

    /** {@code channel 39 is (1, 3) of channel 2: 2 · 16 + 1 · 4 + 3 = 39}. */
    private static Line unrolled(Cell to, Operand source, int area, int width) {
        Cell from = source.cell();
        Consumer<Draft> writing = draft -> draft.word("channel " + to.channel() + " is (" + from.y() + ", " + from.x()
                        + ") of channel " + from.channel() + ":").whole(from.channel(), source.branch()).sign("·")
                .whole(area, Branch.NONE).sign("+").whole(from.y(), source.branch()).sign("·").whole(width, Branch.NONE)
                .sign("+").whole(from.x(), source.branch()).sign("=").whole(to.channel(), Branch.NONE);
        return Writing.line(Says.PLACE, writing);
    }

    /** {@code channel 11 is channel 3 of F(x): 8 + 3 = 11}. */
    static Line joined(int to, Operand source, Move.Joined joined) {
        int channel = source.cell().channel();
        Branch branch = source.branch();
        return Writing.line(Says.PLACE, draft -> draft.word("channel").whole(to, Branch.NONE).word("is channel")
                .whole(channel, branch).word("of").name(joined.name(), branch).sign(":")
                .whole(joined.first(), Branch.NONE).sign("+").whole(channel, branch).sign("=").whole(to, Branch.NONE));
    }
}
