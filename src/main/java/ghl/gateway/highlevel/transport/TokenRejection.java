package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.wire.ErrorJson;

/** Whether the CRM says that a token itself is no good; it answers 401 to much else as well. */
public final class TokenRejection {

    private TokenRejection() {}

    /** @param body of an answer with this status */
    public static boolean isIn(int status, String body) {
        return status == 401 && ErrorJson.parse(body).blamesTheToken();
    }
}
