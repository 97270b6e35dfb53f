package ghl.gateway.graph.limit;

/** A document has too much of something. */
final class TooComplex extends RuntimeException {

    private final transient Limit limit;
    private final int most;

    TooComplex(Limit limit, int most) {
        super("The document has more than " + most + " " + limit.what());
        this.limit = limit;
        this.most = most;
    }

    Limit limit() {
        return limit;
    }

    int most() {
        return most;
    }
}
