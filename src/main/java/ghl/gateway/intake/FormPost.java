package ghl.gateway.intake;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.publicform.ClientInfo;

/**
 * A request that brings a filled-in form.
 *
 * @param form the name in its path
 * @param secret what stands behind the name in its path; null when nothing does
 * @param credentials what it shows beside
 */
record FormPost(String form, String secret, RequestBody posted, ClientInfo visitor, Credentials credentials) {

    /** @param caller null when it shows nothing @param key the key, when it is a publishable one; else null */
    record Credentials(Caller caller, AccessKey key) {

        static final Credentials NONE = new Credentials(null, null);
    }
}
