package ghl.gateway.credential.store;

/**
 * An access token and its refresh token. Secrets.
 *
 * @param refresh works once; null for a token that was minted with the agency's token
 */
public record TokenPair(String access, String refresh) {

    /** Keeps the tokens out of logs and messages. */
    @Override
    public String toString() {
        return "TokenPair";
    }
}
