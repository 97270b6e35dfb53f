package ghl.gateway.submission.check;

import static ghl.gateway.submission.check.Forms.FACTS;
import static ghl.gateway.submission.check.Forms.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.check.FormCheck.CheckedForm;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FormCheck check = Checks.formCheck();

    @Test
    void everyday_form_becomes_steps_in_running_order() {
        var steps = planOf("""
                {"contact": {"email": "ada@example.com", "firstName": "Ada"},
                 "notes": [{"body": "Hello"}], "tasks": [{"title": "Call back"}],
                 "remove": {"tags": ["old"]}, "tags": ["web lead"]}""");

        assertThat(steps)
                .extracting(Step::kind)
                .containsExactly(
                        StepKind.UPSERT_CONTACT,
                        StepKind.ADD_TAGS,
                        StepKind.ADD_TASK,
                        StepKind.ADD_NOTE,
                        StepKind.REMOVE_TAGS);
    }

    @Test
    void overlong_address_is_refused_before_it_is_parsed() {
        IdentifierCheck withoutValidator = new IdentifierCheck(null);

        assertThat(withoutValidator.isEmail("a@" + "é.".repeat(400_000) + "b")).isFalse();
    }

    @Test
    void all_errors_are_reported_at_once_with_their_paths() {
        var errors = errorsOf("""
                {"contact": {"email": "nobody", "country": "usa", "firstName": ""},
                 "tasks": [{"title": "ok"}, {"title": " ", "dueDate": "tomorrow"}], "tags": ["a", ""]}""");

        assertThat(errors)
                .extracting(error -> error.code() + " " + String.join(".", error.path()))
                .containsExactlyInAnyOrder(
                        "INVALID input.contact.email",
                        "INVALID input.contact.country",
                        "BLANK input.contact.firstName",
                        "BLANK input.tasks.1.title",
                        "INVALID input.tasks.1.dueDate",
                        "BLANK input.tags.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contact\": {\"firstName\": \"Ada\"}}",
                "{\"contact\": {\"firstName\": \"Ada\", \"email\": null}}",
                "{\"contactPolicy\": \"UPDATE_ONLY\", \"contact\": {\"firstName\": \"Ada\"}}"
            })
    void contact_without_email_and_phone_is_rejected(String form) {
        assertThat(errorsOf(form)).extracting(UserError::path).containsExactly(List.of("input", "contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a b@example.com", "ada@example", "ada@@example.com", "@example.com", ""})
    void invalid_email_is_rejected(String email) {
        assertThat(errorsOf("{\"contact\": {\"email\": \"" + email + "\", \"phone\": \"+15551234567\"}}"))
                .extracting(UserError::path)
                .containsExactly(List.of("input", "contact", "email"));
    }

    @ParameterizedTest
    @CsvSource({"(555) 123-4567, +15551234567", "+49 30 1234567, +49301234567", "555.123.4567, +15551234567"})
    void phone_becomes_e164_in_the_country_of_the_location(String phone, String e164) {
        var steps = planOf("{\"contact\": {\"phone\": \"" + phone + "\"}}");

        assertThat(draftOf(steps).phone()).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"555-0199", "12", "+1 212", "call me", ""})
    void invalid_phone_number_is_rejected(String phone) {
        assertThat(errorsOf("{\"contact\": {\"email\": \"a@b.co\", \"phone\": \"" + phone + "\"}}"))
                .extracting(UserError::path)
                .containsExactly(List.of("input", "contact", "phone"));
    }

    @ParameterizedTest
    @CsvSource({
        "budget, 1e100000000",
        "budget, 12 euros",
        "start, definitely wrong",
        "start, +999999999-01-01",
        "roof_type, Thatch"
    })
    void value_of_the_wrong_type_for_its_custom_field_is_rejected(String key, String value) {
        assertThat(errorsOf("{\"contact\": {\"email\": \"a@b.co\", \"customFields\": [{\"key\": \"" + key
                        + "\", \"value\": \"" + value + "\"}]}}"))
                .extracting(UserError::path)
                .containsExactly(List.of("input", "contact", "customFields", "0"));
    }

    @Test
    void omitted_field_stays_and_null_field_is_cleared() {
        ContactDraft draft = draftOf(planOf("""
                {"contact": {"email": "ada@example.com", "city": null}}"""));

        assertThat(draft.city()).isEqualTo(Optional.empty());
        assertThat(draft.state()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postalCode", "country", "source", "assignedTo", "dnd"})
    void field_without_null_in_the_crm_cannot_be_cleared(String field) {
        assertThat(errorsOf("{\"contact\": {\"email\": \"a@b.co\", \"" + field + "\": null}}"))
                .extracting(UserError::path)
                .containsExactly(List.of("input", "contact", field));
    }

    @Test
    void update_clears_more_fields_than_an_upsert() {
        var steps = planOf("""
                {"contactPolicy": "UPDATE_ONLY", "match": {"id": "c1"}, "contact": {"source": null, "assignedTo": null}}""");

        assertThat(steps).hasSize(2);
    }

    @Test
    void custom_fields_are_found_by_key_and_converted_to_their_type() {
        ContactDraft draft = draftOf(planOf("""
                {"contact": {"email": "ada@example.com", "customFields": [
                    {"key": "budget", "value": "1250.50"},
                    {"key": "contact.roof_type", "value": "Slate"},
                    {"id": "cfInterests", "values": ["Solar"]},
                    {"key": "start"}]}}"""));

        assertThat(draft.customFields())
                .containsExactly(
                        new CustomFieldValue("cfBudget", new BigDecimal("1250.50")),
                        new CustomFieldValue("cfRoofType", "Slate"),
                        new CustomFieldValue("cfInterests", List.of("Solar")),
                        new CustomFieldValue("cfStart", null));
    }

    @Test
    void unknown_custom_field_is_reported_with_the_known_ones() {
        var errors = errorsOf("""
                {"contact": {"email": "ada@example.com", "customFields": [{"key": "rooftype", "value": "Slate"}]}}""");

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.path()).containsExactly("input", "contact", "customFields", "0", "key");
            assertThat(error.message()).contains("budget, interests, roof_type, start");
        });
    }

    @Test
    void task_without_due_date_is_due_in_a_day() {
        var steps = planOf("""
                {"match": {"id": "c1"}, "tasks": [{"title": "a"}, {"title": "b", "dueDate": "2027-01-31T09:00:00+01:00"},
                 {"title": "c", "dueIn": "1 business day at 09:00"}]}""");

        assertThat(steps)
                .filteredOn(Step.AddTask.class::isInstance)
                .extracting(step -> ((Step.AddTask) step).draft().dueDate())
                .containsExactly(
                        NOW.plusSeconds(86_400),
                        Instant.parse("2027-01-31T08:00:00Z"),
                        Instant.parse("2026-11-23T14:00:00Z"));
    }

    @Test
    void completed_alone_becomes_a_complete_task_step() {
        var steps = planOf("""
                {"match": {"id": "c1"}, "updateTasks": [{"id": "t1", "completed": true}, {"id": "t2", "title": "x"}]}""");

        assertThat(steps)
                .extracting(Step::kind)
                .containsExactly(StepKind.FIND_CONTACT, StepKind.COMPLETE_TASK, StepKind.UPDATE_TASK);
    }

    @Test
    void update_only_finds_the_contact_by_its_own_email_first() {
        var steps = planOf("""
                {"contactPolicy": "UPDATE_ONLY", "contact": {"email": "ada@example.com", "city": "Bath"}}""");

        assertThat(steps).extracting(Step::kind).containsExactly(StepKind.FIND_CONTACT, StepKind.UPDATE_CONTACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | input",
                "{\"notes\": [{\"body\": \"x\"}]} | input.match",
                "{\"match\": {}, \"tags\": [\"x\"]} | input.match",
                "{\"match\": {\"id\": \"a\", \"email\": \"a@b.co\"}, \"tags\": [\"x\"]} | input.match",
                "{\"match\": {\"id\": \"a\"}, \"contact\": {\"email\": \"a@b.co\"}} | input.match",
                "{\"deleteContactId\": \"a\", \"tags\": [\"x\"]} | input.deleteContactId",
                "{\"match\": {\"id\": \"a\"}, \"tags\": [\"x\"], \"remove\": {\"tags\": [\"X\"]}} | input.remove.tags",
                "{\"match\": {\"id\": \"a\"}, \"tags\": [\"x\"], \"wait\": \"PT11S\"} | input.wait",
                "{\"match\": {\"id\": \"a\"}, \"updateNotes\": [{\"id\": \"n\"}]} | input.updateNotes.0",
                "{\"contactPolicy\": \"UPDATE_ONLY\", \"match\": {\"id\": \"a\"}, \"contact\": {}} | input.contact",
                "{\"match\": {\"id\": \"a\"}, \"updateNotes\": [{\"id\": \"n\", \"body\": null}]} | input.updateNotes.0.body",
                "{\"match\": {\"id\": \"a\"}, \"updateNotes\": [{\"id\": \"n\", \"pinned\": null}]} | input.updateNotes.0.pinned",
                "{\"match\": {\"id\": \"a\"}, \"updateTasks\": [{\"id\": \"t\", \"dueDate\": null}]} | input.updateTasks.0.dueDate",
                "{\"match\": {\"id\": \"a\"}, \"tasks\": [{\"title\": \"t\", \"dueDate\": \"+99999-01-01T00:00Z\"}]} | input.tasks.0.dueDate",
                "{\"match\": {\"id\": \"a\"}, \"tasks\": [{\"title\": \"t\", \"dueIn\": \"1 hour at 09:00\"}]} | input.tasks.0.dueIn",
                "{\"contact\": {\"email\": \"a@b.co\", \"dateOfBirth\": \"0001-01-01\"}} | input.contact.dateOfBirth",
                "{\"contact\": {\"email\": \"a@b.co\", \"timezone\": \"+02:00\"}} | input.contact.timezone",
                "{\"contact\": {\"email\": \"a@b.co\", \"customFields\": [{\"key\": \"budget\"}, {\"id\": \"cfBudget\"}]}} | input.contact.customFields.1",
                "{\"contact\": {\"email\": \"a@b.co\", \"dndSettings\": [{\"channel\": \"SMS\", \"active\": true}, {\"channel\": \"SMS\", \"active\": false}]}} | input.contact.dndSettings",
                "{\"match\": {\"id\": \"a\"}, \"tags\": [\"x\"], \"idempotencyKey\": \"\"} | input.idempotencyKey",
                "{\"deleteContactId\": \"a\", \"context\": {}} | input.deleteContactId",
                "{\"deleteContactId\": \"a\", \"consent\": {\"text\": \"y\"}} | input.deleteContactId",
                "{\"contactPolicy\": \"UPDATE_ONLY\", \"contact\": {\"email\": \"a@b.co\", \"companyName\": \"c\"}} | input.contact.companyName"
            })
    void conflicting_fields_are_rejected_with_their_path(String form, String path) {
        assertThat(errorsOf(form))
                .extracting(error -> String.join(".", error.path()))
                .containsExactly(path);
    }

    @Test
    void tag_of_10000_characters_is_rejected() {
        var errors = errorsOf("{\"contact\": {\"email\": \"a@b.co\"}, \"tags\": [\"" + "x".repeat(10_000) + "\"]}");

        assertThat(errors).singleElement().satisfies(error -> assertThat(error.message())
                .contains("10000", "250"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"tags\": [%s]' | '\"t\"' | input.tags",
                "'\"remove\": {\"tags\": [%s]}' | '\"t\"' | input.remove.tags",
                "'\"remove\": {\"taskIds\": [%s]}' | '\"\"' | input.remove.taskIds",
                "'\"remove\": {\"noteIds\": [%s]}' | '\"\"' | input.remove.noteIds",
                "'\"tasks\": [%s]' | '{}' | input.tasks",
                "'\"notes\": [%s]' | '{}' | input.notes",
                "'\"updateTasks\": [%s]' | '{}' | input.updateTasks",
                "'\"updateNotes\": [%s]' | '{}' | input.updateNotes",
                "'\"contact\": {\"email\": \"a@b.co\", \"customFields\": [%s]}' | '{}' | input.contact.customFields",
                "'\"contact\": {\"email\": \"a@b.co\", \"customFields\": [{\"key\": \"interests\", \"values\": [%s]}]}' | '\"\"' | input.contact.customFields.0",
                "'\"contact\": {\"email\": \"a@b.co\", \"dndSettings\": [%s]}' | '{\"channel\": \"SMS\", \"active\": true}' | input.contact.dndSettings"
            })
    void list_that_is_too_long_is_one_error_however_many_entries_are_invalid(String field, String entry, String path) {
        String match = field.contains("contact") ? "" : "\"match\": {\"id\": \"a\"}, ";
        String form = "{" + match + field.formatted(String.join(",", Collections.nCopies(100_000, entry))) + "}";

        assertThat(errorsOf(form))
                .singleElement()
                .satisfies(error -> assertThat(String.join(".", error.path())).isEqualTo(path))
                .satisfies(error -> assertThat(error.message()).hasSizeLessThan(200));
    }

    @Test
    void tags_to_add_and_to_remove_are_counted_before_they_are_compared() {
        String added = texts("a", 64_000);
        String removed = texts("b", 64_000);

        List<UserError> errors = assertTimeoutPreemptively(
                LIMIT,
                () -> errorsOf("{\"match\": {\"id\": \"a\"}, \"tags\": [" + added + "], \"remove\": {\"tags\": ["
                        + removed + "]}}"));

        assertThat(errors)
                .extracting(UserError::code)
                .containsOnly(UserErrorCode.TOO_LONG)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "+1", "1e9", "a@b.", "P1D", "M", " ", "1-", "T09:", "é"})
    void long_texts_are_refused_without_reading_them_and_messages_stay_short(String part) {
        String text = "\"" + part.repeat(900_000 / part.length()) + "\"";
        String contact = Stream.of(
                        "firstName", "email", "phone", "country", "timezone", "dateOfBirth", "assignedTo", "website")
                .map(field -> "\"" + field + "\": " + text)
                .collect(Collectors.joining(", "));
        String customFields = Stream.of("budget", "start", "roof_type", "interests", text.substring(1, 1000))
                .map(key -> "{\"key\": \"" + key + "\", \"value\": " + text + "}")
                .collect(Collectors.joining(", "));
        String form = "{\"contact\": {" + contact + ", \"customFields\": [" + customFields + "]}, \"tags\": [" + text
                + "], \"tasks\": [{\"title\": " + text + ", \"dueIn\": " + text + "}, {\"title\": \"t\", \"dueDate\": "
                + text + "}], \"notes\": [{\"body\": " + text + ", \"color\": " + text
                + "}], \"remove\": {\"taskIds\": ["
                + text + "]}, \"idempotencyKey\": " + text + "}";

        List<UserError> errors = assertTimeoutPreemptively(LIMIT, () -> errorsOf(form));

        assertThat(errors).hasSizeBetween(18, 24).allSatisfy(error -> assertThat(error.message())
                .hasSizeLessThan(200));
    }

    @Test
    void number_is_refused_by_its_length() {
        assertThat(errorsOf(
                        "{\"contact\": {\"email\": \"a@b.co\", \"customFields\": [{\"key\": \"budget\", \"value\": \""
                                + "0".repeat(100) + "1\"}]}}"))
                .extracting(UserError::message)
                .containsExactly("must be a number of at most 30 digits, for example 1250.50");
    }

    @Test
    void message_quotes_only_the_beginning_of_a_tag() {
        String tag = "x".repeat(99) + "😀" + "y".repeat(100);

        var errors = errorsOf("{\"match\": {\"id\": \"a\"}, \"tags\": [\"" + tag + "\"], \"remove\": {\"tags\": [\""
                + tag.toUpperCase(Locale.ROOT) + "\"]}}");

        assertThat(errors)
                .extracting(UserError::message)
                .containsExactly("removes the tag \"" + "X".repeat(99) + "…\", which tags adds");
    }

    private static String texts(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + prefix + number + "\"")
                .collect(Collectors.joining(","));
    }

    private List<Step> planOf(String form) {
        CheckedForm checked = check.check(Forms.read(form), FormPurpose.WRITE, "loc", FACTS, NOW);
        assertThat(checked.userErrors()).isEmpty();
        return checked.plan().steps();
    }

    private List<UserError> errorsOf(String form) {
        CheckedForm checked = check.check(Forms.read(form), FormPurpose.WRITE, "loc", FACTS, NOW);
        assertThat(checked.plan()).as("no plan for a wrong form").isNull();
        return checked.userErrors();
    }

    private static ContactDraft draftOf(List<Step> steps) {
        return ((Step.UpsertContact) steps.get(0)).draft();
    }
}
