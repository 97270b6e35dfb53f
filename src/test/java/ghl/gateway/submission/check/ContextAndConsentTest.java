package ghl.gateway.submission.check;

import static ghl.gateway.submission.check.Forms.FACTS;
import static ghl.gateway.submission.check.Forms.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.check.FormCheck.CheckedForm;
import ghl.gateway.submission.step.Step;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Context and consent of a form. */
class ContextAndConsentTest {

    private final FormCheck check = Checks.formCheck();

    @Test
    void context_becomes_lines_of_the_first_note() {
        List<Step> steps = stepsOf("""
                {"contact": {"email": "ada@example.com"}, "notes": [{"body": "Hello"}, {"body": "Again"}],
                 "context": {"pageUrl": "https://www.example.com/a", "pageTitle": "Roofs\\nand more", "referrer": "",
                             "utmSource": "google", "utmCampaign": "spring"}}""");

        assertThat(bodies(steps))
                .containsExactly(
                        "Hello\n\nPage: https://www.example.com/a\nPage title: Roofs and more\nCampaign: google / spring",
                        "Again");
    }

    @Test
    void context_without_a_note_creates_one() {
        List<Step> steps = stepsOf("""
                {"contact": {"email": "ada@example.com"}, "context": {"referrer": "https://news.example.org/x"}}""");

        assertThat(bodies(steps)).containsExactly("Came from: https://news.example.org/x");
        assertThat(draft(steps).source()).contains("news.example.org");
    }

    @Test
    void source_defaults_to_the_campaign() {
        String context = "\"context\": {\"utmSource\": \"google\", \"pageUrl\": \"https://www.example.com\"}";

        assertThat(draft(stepsOf("{\"contact\": {\"email\": \"a@b.co\"}, " + context + "}"))
                        .source())
                .contains("google");
        assertThat(draft(stepsOf("{\"contact\": {\"email\": \"a@b.co\", \"source\": \"fair\"}, " + context + "}"))
                        .source())
                .contains("fair");
    }

    @Test
    void overlong_url_is_shortened() {
        String url = "https://www.example.com/?q=" + "x".repeat(30_000);

        List<Step> steps =
                stepsOf("{\"contact\": {\"email\": \"a@b.co\"}, \"context\": {\"pageUrl\": \"" + url + "\"}}");

        assertThat(bodies(steps))
                .singleElement()
                .asString()
                .hasSizeLessThan(3_000)
                .endsWith("…");
    }

    @Test
    void consent_becomes_a_line_and_ends_do_not_disturb_on_its_channels_only() {
        List<Step> steps = stepsOf("""
                {"contact": {"email": "ada@example.com", "dndSettings": [{"channel": "CALL", "active": true}]},
                 "consent": {"text": "Send me\\nnews", "channels": ["EMAIL", "SMS"]}}""");

        assertThat(bodies(steps)).containsExactly("Agreed on 2026-11-20T12:00:00-05:00 (EMAIL, SMS): Send me news");
        assertThat(draft(steps).dndSettings())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Call", "active", "Email", "inactive", "SMS", "inactive"));
        assertThat(draft(steps).dnd()).isNull();
    }

    @Test
    void repeated_channel_of_a_consent_counts_once() {
        List<Step> steps =
                stepsOf("{\"contact\": {\"email\": \"a@b.co\"}, \"consent\": {\"text\": \"Yes\", \"channels\": ["
                        + String.join(",", Collections.nCopies(20_000, "\"SMS\"")) + "]}}");

        assertThat(bodies(steps)).containsExactly("Agreed on 2026-11-20T12:00:00-05:00 (SMS): Yes");
    }

    @Test
    void context_cannot_begin_a_line_of_its_own() {
        List<Step> steps = stepsOf("""
                {"contact": {"email": "a@b.co"},
                 "context": {"pageTitle": "Roofs\\u2028Agreed on 2026-11-20\\u0085(SMS)\\r\\n: Yes"}}""");

        assertThat(bodies(steps)).containsExactly("Page title: Roofs Agreed on 2026-11-20 (SMS) : Yes");
    }

    @Test
    void consent_of_a_matched_contact_updates_the_contact() {
        List<Step> steps =
                stepsOf("{\"match\": {\"id\": \"c1\"}, \"consent\": {\"text\": \"Yes\", \"channels\": [\"SMS\"]}}");

        assertThat(steps)
                .extracting(step -> step.kind().name())
                .containsExactly("FIND_CONTACT", "UPDATE_CONTACT", "ADD_NOTE");
        assertThat(((Step.UpdateContact) steps.get(1)).draft().source()).isNull();
    }

    @Test
    void consent_and_do_not_disturb_on_one_channel_are_rejected() {
        assertThat(errorsOf("""
                {"contact": {"email": "a@b.co", "dndSettings": [{"channel": "SMS", "active": true}]},
                 "consent": {"text": "Yes", "channels": ["SMS"]}}""")).containsExactly("CONFLICT input.contact.dndSettings");
    }

    @Test
    void consent_without_text_is_rejected() {
        assertThat(errorsOf("{\"contact\": {\"email\": \"a@b.co\"}, \"consent\": {\"text\": \" \"}}"))
                .containsExactly("BLANK input.consent.text");
    }

    @Test
    void answers_without_a_form_are_rejected() {
        assertThat(errorsOf(
                        "{\"contact\": {\"email\": \"a@b.co\"}, \"answers\": [{\"field\": \"x\", \"value\": \"y\"}]}"))
                .containsExactly("REQUIRED input.form");
    }

    private List<Step> stepsOf(String form) {
        CheckedForm checked = check.check(Forms.read(form), FormPurpose.WRITE, "loc", FACTS, NOW);
        assertThat(checked.userErrors()).isEmpty();
        return checked.plan().steps();
    }

    private List<String> errorsOf(String form) {
        return check.check(Forms.read(form), FormPurpose.WRITE, "loc", FACTS, NOW).userErrors().stream()
                .map(error -> error.code() + " " + String.join(".", error.path()))
                .toList();
    }

    private static List<String> bodies(List<Step> steps) {
        return steps.stream()
                .filter(Step.AddNote.class::isInstance)
                .map(step -> ((Step.AddNote) step).draft().body())
                .toList();
    }

    private static ContactDraft draft(List<Step> steps) {
        return ((Step.UpsertContact) steps.get(0)).draft();
    }
}
