package ghl.gateway.credential.oauth;

/** The vendor gives no token for this: asking again would bring the same. The message quotes no secret. */
public class RefusedGrantException extends RuntimeException {

    public RefusedGrantException(String what) {
        super("the CRM gave no token: " + what, null, false, false);
    }
}
