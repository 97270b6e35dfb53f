package ghl.gateway.credential.oauth;

/**
 * The vendor gives nothing for this token itself, which has ended before its time: another one of the same owner may
 * bring it.
 */
public final class EndedTokenException extends RefusedGrantException {

    EndedTokenException() {
        super("the agency's token has ended");
    }
}
