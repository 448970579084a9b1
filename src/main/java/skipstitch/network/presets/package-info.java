/**
 * The architectures that come with the app, each a short builder that reads like the paper's table.
 * {@link skipstitch.network.presets.Presets} lists them.
 */
package skipstitch.network.presets;
