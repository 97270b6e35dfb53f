package ghl.gateway.intake;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.publicform.PublicPage;

/**
 * Who sent a form, proved.
 *
 * @param page what holds for a page that anybody can open; null for senders that proved to be themselves
 */
record Sender(SenderType type, PublicPage page) {

    static Sender proved(SenderType type) {
        return new Sender(type, null);
    }

    boolean isPage() {
        return page != null;
    }
}
