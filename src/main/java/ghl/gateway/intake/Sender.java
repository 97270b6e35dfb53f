package ghl.gateway.intake;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.publicform.PublicPage;

/**
 * The authenticated sender of a form.
 *
 * @param page the rules of a public page; null for senders that authenticated themselves
 */
record Sender(SenderType type, PublicPage page) {

    static Sender authenticated(SenderType type) {
        return new Sender(type, null);
    }

    boolean isPage() {
        return page != null;
    }
}
