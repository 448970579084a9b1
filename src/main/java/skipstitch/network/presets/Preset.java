package skipstitch.network.presets;

import skipstitch.network.Network;

/**
 * A network to begin with.
 *
 * @param name    as the command line takes it
 * @param title   as the menu shows it
 * @param remark  one sentence: what to look at
 * @param network as drawn
 */
public record Preset(String name, String title, String remark, Network network) {}
