package ghl.gateway.contact;

/** A caller's argument that cannot be served; the message says which and why, and is shown to the caller. */
public class InvalidInputException extends RuntimeException {

    public InvalidInputException(String message) {
        super(message);
    }
}
