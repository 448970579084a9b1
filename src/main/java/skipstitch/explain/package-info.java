/**
 * What is to be said about a network and its run, as data: where each channel comes from at a merge, what a
 * merge costs in each lane. Made without a window; views only show it.
 */
package skipstitch.explain;
