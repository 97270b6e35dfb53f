package ghl.gateway.graph.limit;

/** A document has too much of something. */
final class TooComplexException extends RuntimeException {

    private final transient DocumentLimit limit;
    private final int most;

    TooComplexException(DocumentLimit limit, int most) {
        super("The document has more than " + most + " " + limit.what());
        this.limit = limit;
        this.most = most;
    }

    DocumentLimit limit() {
        return limit;
    }

    int most() {
        return most;
    }
}
