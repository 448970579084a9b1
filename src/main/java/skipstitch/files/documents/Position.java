package skipstitch.files.documents;

/** Where something stands in a file; lines and columns count from 1. */
record Position(int line, int column) {
    static final Position START = new Position(1, 1);

    /** {@code line 3, column 9}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
