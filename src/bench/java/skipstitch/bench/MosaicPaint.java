package skipstitch.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;

/** 64 maps of 128² into 1024² ARGB pixels, one pixel a value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MosaicPaint {
    private final Tensor maps = new Pictures(new Shape(64, 128, 128)).next();
    private final Mosaic mosaic = new Mosaic(8, 128, 128, 0);
    private final int[] pixels = new int[mosaic.width() * mosaic.height(64)];
    private final ColourScale scale = ColourScale.of(maps.extent());

    @Benchmark
    public int[] paint() {
        mosaic.paint(maps, scale, pixels);
        return pixels;
    }

    /** With the search for the smallest and largest value, as when a tensor is new. */
    @Benchmark
    public int[] measureAndPaint() {
        mosaic.paint(maps, ColourScale.of(maps.extent()), pixels);
        return pixels;
    }
}
