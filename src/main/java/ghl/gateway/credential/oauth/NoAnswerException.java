package ghl.gateway.credential.oauth;

/** No usable answer came, so nobody knows whether the vendor gave a token. The message quotes no secret. */
public final class NoAnswerException extends RuntimeException {

    public NoAnswerException(String why) {
        super("the CRM's token endpoint gave no usable answer: " + why, null, false, false);
    }
}
