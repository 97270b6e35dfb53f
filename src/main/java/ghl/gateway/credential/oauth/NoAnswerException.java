package ghl.gateway.credential.oauth;

/** The token call had no usable answer, so the vendor may have issued a token. The message contains no secrets. */
public final class NoAnswerException extends RuntimeException {

    public NoAnswerException(String why) {
        super("no usable answer from the CRM's token endpoint: " + why, null, false, false);
    }
}
