package skipstitch.intervention;

import skipstitch.tensor.Tensor;

/** Sets every value to 0: the branch is cut. */
public record EraseAll() implements Intervention {

    @Override
    public Tensor apply(Tensor tensor) {
        return Tensor.zeros(tensor.shape());
    }

    @Override
    public Tensor back(Tensor gradient) {
        return apply(gradient);
    }

    @Override
    public Kind kind() {
        return Kind.ERASE_ALL;
    }

    @Override
    public String mark() {
        return "erased";
    }

    @Override
    public String title() {
        return "erased";
    }
}
