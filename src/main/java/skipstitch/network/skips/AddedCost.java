package skipstitch.network.skips;

import skipstitch.network.Cost;

/**
 * What a change to a network costs more than before; less where negative.
 *
 * @param repair what the new layers cost
 * @param next   what the layers that were there cost more: the convolution behind a concat, mostly
 * @param whole  whether every node that had a shape still has one; otherwise what is broken now is not counted
 */
public record AddedCost(Cost repair, Cost next, boolean whole) {

    public Cost total() {
        return repair.plus(next);
    }
}
