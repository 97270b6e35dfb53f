package ghl.gateway.credential.store;

/**
 * Two secrets.
 *
 * @param refresh serves once; null where the token is made from the agency's
 */
public record TokenPair(String access, String refresh) {

    /** Tokens stay out of logs and messages. */
    @Override
    public String toString() {
        return "TokenPair";
    }
}
