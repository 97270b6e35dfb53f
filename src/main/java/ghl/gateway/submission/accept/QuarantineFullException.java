package ghl.gateway.submission.accept;

/** A form has no room for more that is set aside: the submission was not stored. */
public final class QuarantineFullException extends RuntimeException {

    QuarantineFullException(String form) {
        super("The quarantine of form " + form + " is full", null, false, false);
    }
}
