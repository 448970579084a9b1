/**
 * What a person made, on disk: {@link skipstitch.files.documents.SkipFile} writes and reads it; beside it what the app
 * keeps in the user's data folder: what was not saved yet, what was opened lately, and what is open now.
 *
 * <p>A file is read with suspicion: by a bounded parser into {@link skipstitch.files.documents.Json}, in which each
 * value knows its line and column, and from there value by value, so that one that is wrong costs only itself.
 */
package skipstitch.files.documents;
