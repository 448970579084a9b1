package skipstitch.explain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code nn.Conv2d(8, 16, kernel_size=3)}: a layer that is made, to be called on a tensor. */
record Call(String name, List<String> arguments) {

    static Call of(String name, Object... values) {
        return new Call(name, Stream.of(values).map(Python::of).toList());
    }

    /** With one more value. */
    Call and(Object value) {
        List<String> all = new ArrayList<>(arguments);
        all.add(Python.of(value));
        return new Call(name, all);
    }

    Call with(String key, Object value) {
        return and(key + "=" + Python.of(value));
    }

    /** Left away where the value is the framework's own choice. */
    Call unless(Object usual, String key, Object value) {
        return value.equals(usual) ? this : with(key, value);
    }

    String on(String operand) {
        return this + "(" + operand + ")";
    }

    @Override
    public String toString() {
        return name + "(" + String.join(", ", arguments) + ")";
    }
}
