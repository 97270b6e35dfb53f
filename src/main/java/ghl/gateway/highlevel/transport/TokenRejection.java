package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.wire.ErrorJson;

/** Recognizes answers that reject the token itself. The CRM answers 401 for other reasons as well. */
public final class TokenRejection {

    private TokenRejection() {}

    public static boolean isIn(int status, String body) {
        return status == 401 && ErrorJson.parse(body).rejectsToken();
    }
}
