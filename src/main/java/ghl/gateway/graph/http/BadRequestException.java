package ghl.gateway.graph.http;

/** A request that cannot be processed. The message is shown to the caller. */
public final class BadRequestException extends RuntimeException {

    private final int status;

    public BadRequestException(String message) {
        this(400, message);
    }

    BadRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
