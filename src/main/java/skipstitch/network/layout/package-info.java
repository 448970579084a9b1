/**
 * Where nodes stand, in rows and columns, once for all lanes: the trunk in one row from left to right, what
 * belongs to a skip above it, and how high each skip's arc must rise so that none crosses another. Pixels are
 * the view's affair.
 */
package skipstitch.network.layout;
