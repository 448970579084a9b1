/**
 * What a whole layer does, and what makes one channel of it, told in sentences, formulas, sums of shapes, and maps.
 */
package skipstitch.explain.stories;
