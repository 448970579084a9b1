package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A look through a file before it is read: two bytes of structure can become a hundred in memory, so that only numbers
 * may be many.
 */
final class Bulk {
    private static final long MOST_STRUCTURE = 64 << 20;
    private static final Set<Integer> NUMBERS = Set.of(TensorProto.RAW_DATA_FIELD_NUMBER,
            TensorProto.FLOAT_DATA_FIELD_NUMBER, TensorProto.INT32_DATA_FIELD_NUMBER,
            TensorProto.INT64_DATA_FIELD_NUMBER, TensorProto.DOUBLE_DATA_FIELD_NUMBER,
            TensorProto.UINT64_DATA_FIELD_NUMBER);

    private final CodedInputStream in;
    private long structure;

    private Bulk(CodedInputStream in) {
        this.in = in;
    }

    /** @throws InvalidProtocolBufferException if it is damaged, or holds more structure than a model has */
    static void check(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            CodedInputStream in = CodedInputStream.newInstance(stream);
            in.setSizeLimit(Integer.MAX_VALUE);
            new Bulk(in).model();
        }
    }

    private void model() throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, ModelProto.GRAPH_FIELD_NUMBER)) {
                int before = in.pushLimit(in.readRawVarint32());
                graph();
                in.popLimit(before);
            } else {
                skip(tag);
            }
        }
    }

    private void graph() throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, GraphProto.INITIALIZER_FIELD_NUMBER)) {
                int before = in.pushLimit(in.readRawVarint32());
                tensor();
                in.popLimit(before);
            } else {
                skip(tag);
            }
        }
    }

    private void tensor() throws IOException {
        structure += 64;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (NUMBERS.contains(WireFormat.getTagFieldNumber(tag))) {
                in.skipField(tag);
            } else {
                skip(tag);
            }
        }
    }

    private static boolean isMessage(int tag, int field) {
        return WireFormat.getTagFieldNumber(tag) == field
                && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    private void skip(int tag) throws IOException {
        int before = in.getTotalBytesRead();
        in.skipField(tag);
        structure += in.getTotalBytesRead() - before + 1;
        if (structure > MOST_STRUCTURE) {
            throw new InvalidProtocolBufferException("Too much structure");
        }
    }
}
