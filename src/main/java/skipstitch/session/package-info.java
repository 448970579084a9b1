/**
 * What is open, shown and selected, and the work behind it. {@link skipstitch.session.Session} turns a person's
 * choices into runs and publishes what comes back; {@link skipstitch.session.Runner} is the one place where
 * threads are made. Of JavaFX only {@code javafx.base}: properties, no scene.
 */
package skipstitch.session;
