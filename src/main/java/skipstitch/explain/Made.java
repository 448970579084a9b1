package skipstitch.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import skipstitch.network.Inlet.Role;

/** Of what a channel is made. */
public sealed interface Made {
    /** Longer sums are folded in words. */
    int MOST_TERMS = 5;

    /** What goes into it, the skip's before the main branch's where they met in that order. */
    List<Ingredient> ingredients();

    /** {@code channel 3 of Conv 3×3 (by the skip) + channel 3 of Conv 3×3 (main branch)}. */
    String words();

    /** It is where channels begin: the picture's, or zeros put in. */
    record Source(Ingredient own) implements Made {
        @Override
        public List<Ingredient> ingredients() {
            return List.of(own);
        }

        @Override
        public String words() {
            return own.words();
        }
    }

    /**
     * It is another channel, passed on by layers that act channel by channel.
     *
     * @param heading what the merge calls it, {@code channel 3 of F(x)}; empty elsewhere
     */
    record Passed(Ingredient from, String heading) implements Made {
        @Override
        public List<Ingredient> ingredients() {
            return List.of(from);
        }

        @Override
        public String words() {
            return heading.isEmpty() ? from.words() : heading + ", which is " + from.words();
        }
    }

    /** How several channels became one. */
    enum Join {
        /** Added, and nothing else since. */
        SUM,
        /** Multiplied, and nothing else since. */
        PRODUCT,
        /** Added or multiplied, with other layers between or behind. */
        OTHER
    }

    /** It is made of several channels. */
    record Joined(Join join, List<Ingredient> ingredients) implements Made {
        public Joined {
            ingredients = List.copyOf(ingredients);
        }

        @Override
        public String words() {
            if (ingredients.size() == 1) {
                return ingredients.getFirst().words();
            }
            List<String> terms = new ArrayList<>(ingredients.stream().limit(MOST_TERMS).map(Ingredient::words).toList());
            int more = ingredients.size() - terms.size();
            String last = more > 0 ? more + " more" : terms.removeLast();
            return switch (join) {
                case SUM -> String.join(" + ", terms) + " + " + (more > 0 ? "… " : "") + last;
                case PRODUCT -> String.join(" × ", terms) + " × " + (more > 0 ? "… " : "") + last;
                case OTHER -> "made of " + String.join(", ", terms) + " and " + last;
            };
        }
    }

    /** On which side of the last merge a channel was that a layer mixes. */
    enum Side {
        SKIP("by the skip"), MAIN("of the main branch"), BOTH("of both"), ZEROS("of zeros"), NEITHER("of neither");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        static Side of(Made made) {
            boolean skip = made.ingredients().stream().anyMatch(each -> each.way().equals(Optional.of(Role.SKIP)));
            boolean main = made.ingredients().stream().anyMatch(each -> each.way().equals(Optional.of(Role.MAIN)));
            return made.ingredients().stream().allMatch(Ingredient::zeros) ? ZEROS
                    : skip && main ? BOTH : skip ? SKIP : main ? MAIN : NEITHER;
        }
    }

    /**
     * A layer has newly mixed it of many.
     *
     * @param own   what it is from here on
     * @param of    channels that come in
     * @param sides how many of those that it is mixed of were on which side
     */
    record Mixed(Ingredient own, int of, Map<Side, Integer> sides) implements Made {
        public Mixed {
            Map<Side, Integer> inOrder = new LinkedHashMap<>();
            for (Side side : Side.values()) {
                if (sides.getOrDefault(side, 0) > 0) {
                    inOrder.put(side, sides.get(side));
                }
            }
            sides = Collections.unmodifiableMap(inOrder);
        }

        /** How many channels it is mixed of. */
        public int count() {
            return sides.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public List<Ingredient> ingredients() {
            return List.of(own);
        }

        @Override
        public String words() {
            String all = count() < of ? "mixed of " + count() + " of " + of + " channels"
                    : of == 1 ? "filtered from the one channel" : "mixed of all " + of + " channels";
            boolean unmerged = sides.keySet().equals(Set.of(Side.NEITHER));
            return unmerged ? all : all + ": " + sides.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey().words).collect(Collectors.joining(", "));
        }
    }
}
