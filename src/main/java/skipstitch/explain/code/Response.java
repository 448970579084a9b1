package skipstitch.explain.code;

/** What a framework does with tensors that do not fit. */
public sealed interface Response {

    /** {@code refuses: RuntimeError, the size of tensor a …}. */
    String words();

    /** It stops with an error. */
    record Refuses(String error, String gist) implements Response {
        @Override
        public String words() {
            return "refuses: " + error + ", “" + gist + "”";
        }
    }

    /**
     * It computes something.
     *
     * @param result {@code 64×8×8}, channels first as everywhere here; a size may be 0
     * @param how    {@code spreads the sizes of 1 without a word}
     */
    record GoesOn(String result, String how) implements Response {
        @Override
        public String words() {
            return how + ": the result is " + result;
        }
    }
}
