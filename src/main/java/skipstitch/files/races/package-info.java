/** What a race leaves behind, as files: its settings, a curve a run, trained networks, a summary. */
package skipstitch.files.races;
