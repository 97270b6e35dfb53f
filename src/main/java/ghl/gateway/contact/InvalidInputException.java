package ghl.gateway.contact;

/** Invalid argument of a caller. The message names the argument and is shown to the caller. */
public class InvalidInputException extends RuntimeException {

    public InvalidInputException(String message) {
        super(message);
    }
}
