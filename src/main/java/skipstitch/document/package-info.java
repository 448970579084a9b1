/**
 * What a person makes and saves. A {@link skipstitch.document.Document} is an immutable value; an
 * {@link skipstitch.document.Edit} makes a new one of it, and the {@link skipstitch.document.History} keeps them all,
 * so that undoing needs no inverse of anything.
 */
package skipstitch.document;
