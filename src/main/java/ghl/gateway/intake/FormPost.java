package ghl.gateway.intake;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.publicform.ClientInfo;

/**
 * A request that submits a form.
 *
 * @param form the form's name in the path
 * @param secret the path segment after the name; null without one
 */
record FormPost(String form, String secret, RequestBody body, ClientInfo client, Credentials credentials) {

    /** @param caller null without an Authorization header @param key null unless it is a publishable key */
    record Credentials(Caller caller, AccessKey key) {

        static final Credentials NONE = new Credentials(null, null);
    }
}
