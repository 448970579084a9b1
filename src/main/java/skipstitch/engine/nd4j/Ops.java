package skipstitch.engine.nd4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs native operations through prepared contexts. A context holds an operation's settings and is kept by
 * them; arrays are bound for one call and let go after it, so that no context points at memory that was freed.
 */
final class Ops implements AutoCloseable {
    private static final int MOST_CONTEXTS = 512;

    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final Map<String, DynamicCustomOp> operations = new HashMap<>();
    private final Map<Settings, OpContext> contexts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Settings, OpContext> eldest) {
            boolean tooMany = size() > MOST_CONTEXTS;
            if (tooMany) {
                release(eldest.getValue());
            }
            return tooMany;
        }
    };

    /**
     * An operation with its arguments.
     *
     * @param helpers whether oneDNN may serve it
     */
    record Settings(String name, List<Long> integers, List<Double> reals, List<Boolean> flags, boolean helpers) {
        static Settings of(String name, long... integers) {
            return new Settings(name, Arrays.stream(integers).boxed().toList(), List.of(), List.of(), true);
        }

        Settings reals(Double... values) {
            return new Settings(name, integers, List.of(values), flags, helpers);
        }

        Settings flags(Boolean... values) {
            return new Settings(name, integers, reals, List.of(values), helpers);
        }

        Settings withoutHelpers() {
            return new Settings(name, integers, reals, flags, false);
        }
    }

    /** Computes into {@code output} and returns it. */
    INDArray run(Settings settings, INDArray output, INDArray... inputs) {
        OpContext context = contexts.computeIfAbsent(settings, Ops::prepare);
        try {
            for (int i = 0; i < inputs.length; i++) {
                context.setInputArray(i, inputs[i]);
            }
            context.setOutputArray(0, output);
            executioner.exec(operations.computeIfAbsent(settings.name(), Ops::operation), context);
            return output;
        } finally {
            context.purge();
        }
    }

    private static DynamicCustomOp operation(String name) {
        return DynamicCustomOp.builder(name).build();
    }

    private static OpContext prepare(Settings settings) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        if (!settings.integers().isEmpty()) {
            context.setIArguments(settings.integers().stream().mapToLong(Long::longValue).toArray());
        }
        if (!settings.reals().isEmpty()) {
            context.setTArguments(settings.reals().stream().mapToDouble(Double::doubleValue).toArray());
        }
        if (!settings.flags().isEmpty()) {
            boolean[] flags = new boolean[settings.flags().size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = settings.flags().get(i);
            }
            context.setBArguments(flags);
        }
        context.allowHelpers(settings.helpers());
        return context;
    }

    private static void release(OpContext context) {
        try {
            context.close();
        } catch (Exception e) {
            throw new IllegalStateException("A native context could not be closed", e);
        }
    }

    @Override
    public void close() {
        contexts.values().forEach(Ops::release);
        contexts.clear();
    }
}
