package ghl.gateway.intake;

import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.publicform.PublicPage;

/**
 * The sender of a form.
 *
 * @param page the rules of a public page; null for senders that authenticate themselves
 * @param signer whose signature or secret in the body is still to be verified; null for other senders
 */
record Sender(SenderType type, PublicPage page, SenderDefinition signer) {

    static Sender authenticated(SenderType type) {
        return new Sender(type, null, null);
    }

    static Sender ofPage(PublicPage page) {
        return new Sender(SenderType.PUBLIC, page, null);
    }

    static Sender signedBy(SenderDefinition signer) {
        return new Sender(signer.type(), null, signer);
    }

    boolean isPage() {
        return page != null;
    }
}
