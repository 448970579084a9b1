package skipstitch.engine.nd4j;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The process's environment as native libraries see it, which read some of their settings from it alone. */
final class NativeEnvironment {
    private static final FunctionDescriptor SETENV = FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final int KEEP_WHAT_IS_SET = 0;

    private NativeEnvironment() {}

    /**
     * Sets a variable, unless a person did. Has no effect on libraries loaded before, nor where the platform has
     * no {@code setenv}.
     */
    @SuppressWarnings("restricted")
    static void setIfAbsent(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        MethodHandle call = linker.downcallHandle(setenv.get(), SETENV);
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), KEEP_WHAT_IS_SET);
        } catch (Throwable failure) {
            throw new IllegalStateException("The environment could not be set", failure);
        }
    }
}
