package skipstitch.engine;

import java.util.List;
import skipstitch.engine.plain.PlainBackend;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Plain Java in as little memory as a test wants. */
public final class Bounded implements Backend<Tensor> {
    private final PlainBackend plain = new PlainBackend();
    private final long bytes;

    public Bounded(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public Tensor upload(Tensor tensor) {
        return plain.upload(tensor);
    }

    @Override
    public Tensor compute(Call call, List<Tensor> inputs) {
        return plain.compute(call, inputs);
    }

    @Override
    public Tensor download(Tensor value, Shape shape) {
        return plain.download(value, shape);
    }

    @Override
    public void free(Tensor value) {
        plain.free(value);
    }

    @Override
    public long availableBytes() {
        return bytes;
    }

    @Override
    public void close() {
        plain.close();
    }
}
