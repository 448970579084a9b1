package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Layer;

/** What each operator is here: a layer, another view of a tensor, or a constant. */
final class Layers {
    /** Numbers of all constants together that are computed while reading. */
    private static final long MOST_COMPUTED = 1 << 28;
    private static final Set<String> STANDARD = Set.of("", "ai.onnx");

    private final Convolving convolving;
    private final Pooling pooling;
    private final Pointwise pointwise;
    private final Viewing viewing;
    private final Framing framing;
    private final Resizing resizing;
    private final Initialisers initialisers;
    private long left = MOST_COMPUTED;

    Layers(Drawing drawing, Uses uses, Initialisers initialisers, long batch) {
        convolving = new Convolving(drawing);
        pooling = new Pooling(drawing);
        pointwise = new Pointwise(drawing, uses);
        viewing = new Viewing(drawing, batch);
        framing = new Framing(drawing, viewing, uses);
        resizing = new Resizing(drawing, viewing);
        this.initialisers = initialisers;
    }

    /**
     * @return the operator's outputs, those that are of use
     * @throws Unsupported if there is no such layer
     */
    List<Value> of(Op op) throws Unsupported {
        if (!STANDARD.contains(op.proto().getDomain())) {
            throw new Unsupported("Skipstitch has no layer for operators of “"
                    + Sentences.shortened(op.proto().getDomain()) + "”");
        }
        if (op.type().equals("Constant")) {
            return List.of(new Value.Constant(constant(op)));
        }
        boolean known = op.inputs().stream().allMatch(each -> each.isEmpty() || each.get() instanceof Value.Constant);
        if (known && op.has(0)) {
            Optional<Numbers> folded = op.type().equals("Shape") ? Optional.of(part(op, sizes(op.constant(0))))
                    : Folding.fold(op);
            return List.of(new Value.Constant(kept(folded.orElseThrow(() ->
                    new Unsupported("all that it reads are constants, and it is not one of those that are computed")))));
        }
        return op.type().equals("MaxPool") ? pooling.max(op) : List.of(layer(op));
    }

    private Numbers kept(Numbers computed) throws Unsupported {
        left -= computed.count();
        if (left < 0) {
            throw new Unsupported("with it the constants that have to be computed are too many");
        }
        return computed;
    }

    private Value layer(Op op) throws Unsupported {
        return switch (op.type()) {
            case "Conv" -> convolving.conv(op);
            case "ConvTranspose" -> convolving.transposed(op);
            case "Gemm" -> convolving.gemm(op);
            case "MatMul" -> convolving.matMul(op);
            case "BatchNormalization" -> pointwise.norm(op);
            case "AveragePool" -> pooling.average(op);
            case "GlobalAveragePool" -> pooling.globalAverage(op);
            case "GlobalMaxPool" -> pooling.globalMax(op);
            case "ReduceMean" -> pooling.mean(op);
            case "MaxUnpool" -> pooling.unpool(op);
            case "Relu" -> pointwise.layer(op, new Layer.Relu());
            case "Clip" -> pointwise.clip(op);
            case "LeakyRelu" -> pointwise.layer(op, new Layer.LeakyRelu(op.real("alpha", 0.01f)));
            case "PRelu" -> pointwise.slopes(op);
            case "Sigmoid" -> pointwise.layer(op, new Layer.Sigmoid());
            case "Softmax" -> pointwise.softmax(op);
            case "Dropout" -> pointwise.dropout(op);
            case "Identity" -> op.input(0) instanceof Value.Indices same ? same
                    : pointwise.layer(op, new Layer.Identity());
            case "Cast", "CastLike" -> op.input(0);
            case "Add", "Sum" -> pointwise.sum(op);
            case "Sub" -> pointwise.difference(op);
            case "Mul" -> pointwise.product(op);
            case "Div" -> pointwise.quotient(op);
            case "Concat" -> viewing.concat(op);
            case "Flatten" -> viewing.flatten(op);
            case "Reshape" -> viewing.reshape(op);
            case "Squeeze" -> viewing.squeeze(op);
            case "Unsqueeze" -> viewing.unsqueeze(op);
            case "Transpose" -> viewing.transpose(op);
            case "Pad" -> framing.pad(op);
            case "Slice" -> framing.slice(op);
            case "Resize", "Upsample" -> resizing.resize(op);
            case "Shape" -> new Value.Constant(part(op, viewing.sizes(op.tensor(0))));
            case "Size" -> new Value.Constant(Numbers.Wholes.of(
                    Arrays.stream(viewing.sizes(op.tensor(0))).reduce(1, (a, b) -> a * b)).shaped(new int[0]));
            default -> throw new Unsupported("Skipstitch has no such layer");
        };
    }

    private static long[] sizes(Numbers numbers) {
        return Arrays.stream(numbers.sizes()).asLongStream().toArray();
    }

    /** Of the sizes, those that the operator wants. */
    private static Numbers part(Op op, long[] sizes) throws Unsupported {
        Framing.Range range = Framing.Range.of(op.whole("start", 0), op.whole("end", sizes.length), 1, sizes.length);
        return Numbers.Wholes.of(Arrays.copyOfRange(sizes, (int) range.start(), (int) range.start() + range.count()));
    }

    private Numbers constant(Op op) throws Unsupported {
        Optional<AttributeProto> tensor = op.tensorAttribute("value");
        if (tensor.isPresent()) {
            return initialisers.read(tensor.get().getT());
        }
        if (op.hasAttribute("value_int")) {
            return Numbers.Wholes.of(op.whole("value_int", 0)).shaped(new int[0]);
        }
        if (op.hasAttribute("value_ints")) {
            return Numbers.Wholes.of(op.wholes("value_ints").orElseThrow());
        }
        float[] reals = op.hasAttribute("value_float") ? new float[] {op.real("value_float", 0)}
                : op.reals("value_floats").orElseThrow(() -> new Unsupported("it has no numbers"));
        return new Numbers.Reals(op.hasAttribute("value_float") ? new int[0] : new int[] {reals.length}, reals);
    }
}
