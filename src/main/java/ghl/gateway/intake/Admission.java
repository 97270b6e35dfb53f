package ghl.gateway.intake;

import ghl.gateway.form.definition.FormDefinition;

/**
 * A request whose body is worth reading.
 *
 * @param form null when the body is only captured
 * @param sender null when the body is only captured
 * @param captures whether capture is open for the form
 * @param tooOften whether a public page's rate is exceeded, so that a captcha must decide
 */
record Admission(FormPost post, FormDefinition form, Sender sender, boolean captures, boolean tooOften) {

    static Admission toCapture(FormPost post) {
        return new Admission(post, null, null, true, false);
    }

    /** Whether a form builder sends it: by a signature or a link, rather than by an access key or from a page. */
    boolean isWebhook() {
        return form == null || !sender.isPage() && post.credentials().caller() == null;
    }

    Admission of(Sender actual) {
        return new Admission(post, form, actual, captures, tooOften);
    }
}
