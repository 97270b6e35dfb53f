package ghl.gateway.credential.oauth;

/** The vendor refused to issue a token. Repeating the call does not help. The message contains no secrets. */
public class RefusedGrantException extends RuntimeException {

    public RefusedGrantException(String why) {
        super("the CRM issued no token: " + why, null, false, false);
    }
}
