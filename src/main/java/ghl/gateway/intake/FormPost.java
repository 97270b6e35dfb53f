package ghl.gateway.intake;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.publicform.ClientInfo;
import java.util.Map;

/**
 * A request that submits a form, before its body is read.
 *
 * @param form the form's name in the path
 * @param secret the path segment after the name; null without one
 * @param headers the first value of each, by lower-case name
 */
record FormPost(String form, String secret, Map<String, String> headers, ClientInfo client, Credentials credentials) {

    /** @param caller null without an Authorization header @param key null unless it is a publishable key */
    record Credentials(Caller caller, AccessKey key) {

        static final Credentials NONE = new Credentials(null, null);
    }
}
