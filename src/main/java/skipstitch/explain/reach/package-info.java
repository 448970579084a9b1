/**
 * Where a value comes from and where it goes: for a position of one tensor, exactly the positions of all others that
 * can influence it, or that it influences. By what layers read, not by what their weights happen to be.
 */
package skipstitch.explain.reach;
