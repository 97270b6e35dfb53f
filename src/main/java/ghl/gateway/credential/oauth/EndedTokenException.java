package ghl.gateway.credential.oauth;

/** The vendor ended the agency's token before it expired. A refreshed token of the same agency may work. */
public final class EndedTokenException extends RefusedGrantException {

    EndedTokenException() {
        super("the CRM no longer accepts the agency's token");
    }
}
