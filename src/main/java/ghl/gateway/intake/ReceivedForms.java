package ghl.gateway.intake;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.receipt.Warning;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes completed forms of received answers. */
final class ReceivedForms {

    private static final int MAX_URL_LENGTH = 2000;
    static final String IDEMPOTENCY_KEY = "idempotency-key";

    private ReceivedForms() {}

    /** The form of a sender that proved who it is. @param headers by lower-case name */
    static FilledForm ofSender(
            FormDefinition form, SenderType sender, Map<String, String> headers, ReceivedAnswers received) {
        String own = ownKey(headers);
        String key = eventKey(sender, received);
        if (key == null && own != null) {
            key = "sender " + own + "-" + received.digest();
        }
        return form(form, headers, received, key, MissingAnswerPolicy.WARN).withKeyIdentifiesAnswers(key != null);
    }

    /** The form of a caller with an access key, who is told when its own key was used for other answers. */
    static FilledForm ofCaller(
            FormDefinition form, SenderType sender, Map<String, String> headers, ReceivedAnswers received) {
        String own = ownKey(headers);
        return received.eventId() != null || own == null
                ? ofSender(form, sender, headers, received)
                : form(form, headers, received, "sender " + own, MissingAnswerPolicy.WARN);
    }

    /** The form of a public page. @param headers by lower-case name */
    static FilledForm ofPage(FormDefinition form, Map<String, String> headers, ReceivedAnswers received) {
        return form(form, headers, received, ownKey(headers), MissingAnswerPolicy.REJECT);
    }

    /** The key of the sender's event; null without one. Other answers are another event: an edit of the first. */
    static String eventKey(SenderType sender, ReceivedAnswers received) {
        return received.eventId() == null
                ? null
                : sender.name().toLowerCase(Locale.ROOT) + " " + received.eventId() + "-" + received.digest();
    }

    private static FilledForm form(
            FormDefinition form,
            Map<String, String> headers,
            ReceivedAnswers received,
            String key,
            MissingAnswerPolicy missing) {
        return new FilledForm(
                form, received.answers(), context(headers, received), key, missing, warnings(received), false);
    }

    private static List<Warning> warnings(ReceivedAnswers received) {
        int files = received.files();
        return files == 0
                ? List.of()
                : List.of(
                        new Warning(
                                "FILES_NOT_KEPT",
                                files == 1
                                        ? "1 uploaded file was not kept: its name or address is among the answers"
                                        : files
                                                + " uploaded files were not kept: their names or addresses are among the answers"));
    }

    /** What the body says, and the header's page when the body names none. Null when nothing is known. */
    private static SubmissionContextInput context(Map<String, String> headers, ReceivedAnswers received) {
        SubmissionContextInput said = received.context();
        String referer = headers.get("referer");
        boolean isPageKnown = said != null && said.pageUrl() != null;
        if (isPageKnown || referer == null || referer.length() > MAX_URL_LENGTH) {
            return said;
        }
        return said == null
                ? new SubmissionContextInput(referer, null, null, null, null, null)
                : new SubmissionContextInput(
                        referer, said.pageTitle(), null, said.utmSource(), said.utmMedium(), said.utmCampaign());
    }

    /** Null when the sender gives none: a blank one would be shared by all its forms. */
    private static String ownKey(Map<String, String> headers) {
        String key = headers.get(IDEMPOTENCY_KEY);
        return key == null || key.isBlank() ? null : key;
    }
}
