package skipstitch.engine.plain;

import skipstitch.engine.tape.Trainable;

/** The gradient with respect to what one layer can have trained. Each sample of a batch adds its part. */
record Slopes(double[] weights, double[] shifts) {

    static Slopes zeros(Trainable numbers) {
        return new Slopes(new double[numbers.weights().length], new double[numbers.shifts().length]);
    }

    void roundInto(Trainable numbers) {
        for (int k = 0; k < weights.length; k++) {
            numbers.weights()[k] = (float) weights[k];
        }
        for (int k = 0; k < shifts.length; k++) {
            numbers.shifts()[k] = (float) shifts[k];
        }
    }
}
