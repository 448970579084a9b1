/**
 * An edge in the hand: what each place says to it while it is carried, and the card that offers repairs where it was
 * dropped and does not fit.
 */
package skipstitch.ui.carry;
