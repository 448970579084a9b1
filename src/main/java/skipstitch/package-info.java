/** The way in: {@link skipstitch.Main} alone, which hands over to the command line. */
package skipstitch;
