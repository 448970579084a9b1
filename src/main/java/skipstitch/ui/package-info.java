/**
 * The window: the bars, the two halves of the screen, theme and keys. Views are built in code from what they
 * are given, styled by {@code skipstitch.css}, and follow the session; nothing is computed here but pixels.
 */
package skipstitch.ui;
