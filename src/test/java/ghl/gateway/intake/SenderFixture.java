package ghl.gateway.intake;

import static ghl.gateway.form.definition.SenderType.CALENDLY;
import static ghl.gateway.form.definition.SenderType.CAL_COM;
import static ghl.gateway.form.definition.SenderType.COGNITO;
import static ghl.gateway.form.definition.SenderType.CONTACT_FORM_7;
import static ghl.gateway.form.definition.SenderType.ELEMENTOR;
import static ghl.gateway.form.definition.SenderType.FILLOUT;
import static ghl.gateway.form.definition.SenderType.FLUENT_FORMS;
import static ghl.gateway.form.definition.SenderType.FORMSPREE;
import static ghl.gateway.form.definition.SenderType.FRAMER;
import static ghl.gateway.form.definition.SenderType.GHL_WORKFLOW;
import static ghl.gateway.form.definition.SenderType.GOOGLE_ADS;
import static ghl.gateway.form.definition.SenderType.GRAVITY_FORMS;
import static ghl.gateway.form.definition.SenderType.JOTFORM;
import static ghl.gateway.form.definition.SenderType.LINK;
import static ghl.gateway.form.definition.SenderType.NETLIFY;
import static ghl.gateway.form.definition.SenderType.PAPERFORM;
import static ghl.gateway.form.definition.SenderType.STANDARD_WEBHOOKS;
import static ghl.gateway.form.definition.SenderType.TALLY;
import static ghl.gateway.form.definition.SenderType.TYPEFORM;
import static ghl.gateway.form.definition.SenderType.WEBFLOW;
import static ghl.gateway.form.definition.SenderType.WPFORMS;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;

/**
 * The body of one submission in a sender's whole format, in {@code src/test/resources/intake/senders}, and who filled it in.
 * No two have a person in common.
 *
 * @param headers of the sender, without signatures
 * @param example the form in examples/senders that fits the body; null without one
 * @param eventId null when the sender gives none
 */
record SenderFixture(
        String file,
        String contentType,
        Map<String, String> headers,
        SenderType sender,
        String example,
        String email,
        String phone,
        String name,
        String eventId) {

    private static final String JSON = Post.JSON;
    private static final String UTF8_JSON = "application/json; charset=utf-8";
    private static final String FORM = Post.FORM;
    private static final String MULTIPART = "multipart/form-data; boundary=----fixture7MA4YWxk";
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String CALENDLY_URI = "https://api.example.com/scheduled_events/F/invitees/I1";
    private static final String FRAMER_ID = "7d0c1c2e-0000-4000-8000-0000000f1c70";

    static final List<SenderFixture> ALL = List.of(
            of(
                    "typeform.json",
                    JSON,
                    TYPEFORM,
                    "typeform",
                    "ilse.typeform",
                    "0101",
                    "Ilse Quandt",
                    "tf9wn2v5c8xkq7wn9p0d4t1a"),
            of("tally.json", JSON, TALLY, "tally", "tomo.tally", "0102", "Tomo Berisha", "rEfx01"),
            of(
                    "jotform.txt",
                    MULTIPART,
                    JOTFORM,
                    "jotform",
                    "zoe.jotform",
                    "0103",
                    "Zoë O'Hara",
                    "6000000000000000101"),
            of(
                    "webflow.json",
                    UTF8_JSON,
                    WEBFLOW,
                    "webflow",
                    "imani.webflow",
                    "0104",
                    "Imani Adeyo",
                    "6543c8f1a2b3c4d5e6f7f1c0"),
            of("gravity-forms.json", JSON, GRAVITY_FORMS, "gravity-forms", "nkem.gravity", "0105", "Nkem Adeyo", "512"),
            of(
                    "standard-webhooks.json",
                    JSON,
                    STANDARD_WEBHOOKS,
                    "standard-webhooks",
                    "per.standard",
                    "0106",
                    "Per Lund",
                    null),
            of("elementor.txt", FORM, ELEMENTOR, "elementor", "tomo.elementor", "0107", "Tomo Berisha", null),
            of("elementor-advanced.txt", FORM, ELEMENTOR, "elementor", "ilse.elementor", "0108", "Ilse Quandt", null),
            of("wpforms.json", UTF8_JSON, WPFORMS, "wpforms", "ilse.wpforms", "0109", "Ilse Quandt", null),
            of("fluent-forms.json", JSON, FLUENT_FORMS, "fluent-forms", "nkem.fluent", "0110", "Nkem Adeyo", "191"),
            of(
                    "fluent-forms-form.txt",
                    FORM,
                    FLUENT_FORMS,
                    "fluent-forms",
                    "noor.fluent",
                    "0111",
                    "Noor Haddad",
                    "192"),
            of(
                    "contact-form-7.json",
                    UTF8_JSON,
                    CONTACT_FORM_7,
                    "contact-form-7",
                    "rosa.cf7",
                    "0112",
                    "Rosa Okafor",
                    null),
            of(
                    "contact-form-7-template.txt",
                    TEXT,
                    CONTACT_FORM_7,
                    "contact-form-7",
                    "otis.cf7",
                    "0113",
                    "Otis Bell",
                    null),
            of("framer.json", JSON, FRAMER, "framer", "ilse.framer", "0114", "Ilse Quandt", FRAMER_ID),
            of("fillout.json", JSON, FILLOUT, "fillout", "tomo.fillout", "0115", "Tomo Berisha", "fo-f1c0-0001"),
            of(
                    "paperform.json",
                    JSON,
                    PAPERFORM,
                    "paperform",
                    "ilse.paperform",
                    "0116",
                    "Ilse Quandt",
                    "607c00000000000000000001"),
            of("cognito.json", JSON, COGNITO, "cognito", "nkem.cognito", "0117", "Nkem Adeyo", "7-121"),
            of(
                    "google-ads.json",
                    JSON,
                    GOOGLE_ADS,
                    "google-ads",
                    "tomo.googleads",
                    "0118",
                    "Tomo Berisha",
                    "TeSter-f1c0-0123456789abcdef"),
            of("formspree.json", JSON, FORMSPREE, "formspree", "ilse.formspree", "0119", "Ilse Quandt", null),
            of("netlify.json", JSON, NETLIFY, "netlify", "otis.netlify", "0120", "Otis Bell", "nl-f1c0-0001"),
            of("calendly.json", JSON, CALENDLY, "calendly", "nkem.calendly", "0121", "Nkem Adeyo", CALENDLY_URI),
            of("cal-com.json", JSON, CAL_COM, "cal-com", "ilse.calcom", "0122", "Ilse Quandt", "bFJeF1C0"),
            of("ghl-workflow.json", JSON, GHL_WORKFLOW, "ghl-workflow", "rosa.workflow", "0123", "Rosa Okafor", null),
            of("zapier.json", JSON, LINK, "automation", "ilse.zapier", "0124", "Ilse Quandt", null),
            of("make.json", JSON, LINK, "automation", "tomo.make", "0125", "Tomo Berisha", null),
            of("n8n.txt", FORM, LINK, "automation", "noor.n8n", "0126", "Noor Haddad", null),
            of("google-forms.txt", FORM, LINK, "google-forms", "ilse.googleforms", "0127", "Ilse Quandt", null),
            of("unbounce.txt", FORM, LINK, null, "tomo.unbounce", "0128", "Tomo Berisha", null),
            of("elfsight.json", JSON, LINK, null, "rosa.elfsight", "0129", "Rosa Okafor", null),
            of("elfsight-map.json", JSON, LINK, null, "imani.elfsight", "0134", "Imani Adeyo", null),
            of("heyform.json", JSON, LINK, null, "tomo.heyform", "0130", "Tomo Berisha", "6686094814708f80406f1c00"),
            of("formstack.txt", FORM, LINK, null, "ilse.formstack", "0131", "Ilse Quandt", null),
            of("wufoo.txt", FORM, LINK, null, "nkem.wufoo", "0132", "Nkem Adeyo", "21"),
            of("powr.json", JSON, LINK, null, "otis.powr", "0133", "Otis Bell", null));

    /** @param phone the last four digits */
    private static SenderFixture of(
            String file,
            String contentType,
            SenderType sender,
            String example,
            String mailbox,
            String phone,
            String name,
            String eventId) {
        Map<String, String> headers = sender == FRAMER ? Map.of("framer-webhook-submission-id", FRAMER_ID) : Map.of();
        String email = mailbox + "@example.com";
        return new SenderFixture(file, contentType, headers, sender, example, email, "+1646555" + phone, name, eventId);
    }

    String body() {
        return Post.sample("senders/" + file);
    }

    @Override
    public String toString() {
        return file;
    }
}
