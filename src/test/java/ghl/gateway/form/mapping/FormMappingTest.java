package ghl.gateway.form.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.submission.accept.MappedInput;
import ghl.gateway.submission.check.Checks;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.AnswerInput;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.DndChannel;
import ghl.gateway.submission.input.DndSettingInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers mean, and where they end up. */
class FormMappingTest {

    private static final FormCheck CHECK = Checks.formCheck();
    private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

    private static final FormDefinition FORM = form("""
            answers:
              name: {label: Your name, from: ["data[merges][NAME]"]}
              email: {type: email, label: "E-mail address:"}
              phone: {type: phone}
              budget: {type: number}
              offer: {type: text}
              start: {type: date}
              sms: {type: yes_no, label: You may text me, options: [Sure thing, "Nein, lieber nicht"]}
              stop: {type: yes_no, label: No more e-mails}
            contact:
              name: "{name}"
              email: "{email}"
              phone: "{phone}"
              dateOfBirth: "{start}"
              customFields: {budget: "{budget}", price: "{offer}"}
            consent: {when: "{sms}", text: I agree to be contacted by SMS., channels: [SMS]}
            dnd: {when: "{stop}", channels: [EMAIL]}
            tags: ["{#if budget.over(1000)}large{/if}"]
            senders:
              - {type: public, origins: ["https://www.example.com"], guard: {honeypot: homepage}}
            """);

    // names

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your\u00A0name",
                "YOUR  NAME *",
                "your name:",
                "Your name * :",
                "\uFEFFYour\u200B name\u2009",
                "\uFF39our name",
                "Your name\uFF1A",
                "data.merges.NAME",
                "data[merges][NAME]",
                "data[merges][name][]",
                "name *"
            })
    void spelling_of_a_name_does_not_matter(String received) {
        assertThat(map(Map.of(received, "Ada")).input().contact().name()).contains("Ada");
    }

    @Test
    void name_spelled_as_in_the_definition_precedes_one_that_is_similar() {
        FormDefinition form = form("""
                answers: {first: {from: [Phone]}, second: {from: ["Phone *"]}, third: {from: ["phone"]}}
                contact: {email: "{first}"}
                """);

        Questions questions = Questions.of(form);

        assertThat(questions.find("Phone *")).contains("second");
        assertThat(questions.find("phone")).contains("third");
        assertThat(questions.find("PHONE:")).as("the earlier of equal ones").contains("first");
    }

    // limits

    @Test
    void asked_answers_are_kept_before_others_and_short_before_long_ones() {
        List<AnswerInput> inputs = IntStream.range(0, 300)
                .mapToObj(number -> new AnswerInput("other" + number, "x".repeat(1_000), null))
                .collect(Collectors.toList());
        IntStream.range(0, 6).forEach(number -> inputs.add(new AnswerInput("long" + number, "y".repeat(20_000), null)));
        inputs.add(new AnswerInput("Email", "late@example.com", null));

        Answers answers = Answers.of(inputs, name -> !name.startsWith("other"));

        assertThat(answers.values("Email")).containsExactly("late@example.com");
        assertThat(answers.names())
                .startsWith("long0", "long1")
                .doesNotContain("other0")
                .endsWith("Email");
        assertThat(answers.isTruncated()).isTrue();
    }

    // yes and no

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes!",
                "TRUE",
                "on",
                "1",
                "x",
                "[x]",
                "✓",
                "checked",
                "Ja",
                "ja, gerne",
                "Oui",
                "sí",
                "SÌ",
                "sim",
                "Tak",
                "ano",
                "agree",
                "Accepted",
                "I agree.",
                "J'accepte",
                "J\u2019accepte",
                "Ich stimme zu",
                "You may text me",
                "sms",
                "I agree to be contacted by SMS",
                "i agree to be\u00A0contacted by sms.",
                "Sure thing",
                "Sí, acepto",
                "Oui, j'accepte",
                "Oui, volontiers",
                "Sì, accetto",
                "Sim, aceito",
                "Tak, zgadzam się",
                "Ja, ich stimme zu",
                "Ja - gerne",
                "Yes \u2013 I agree",
                "Yes, I agree to be contacted by SMS",
                "Yes (you may text me)",
                "\u2713 I agree to be contacted by SMS.",
                "\u2714\uFE0FI agree",
                "[x] I agree",
                "(X) Yes",
                "[ \u2713 ] You may text me",
                "네",
                "はい",
                "はい、同意します。",
                "同意します",
                "نعم",
                "כן",
                "हाँ",
                "Jag samtycker",
                "Jeg godkender",
                "opt-in",
                "Ja, danke",
                "¡Sí!",
                "0|1",
                "on|0",
                "true|false"
            })
    void known_yes_and_the_forms_own_text_agree(String answer) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", "sms", answer));

        assertThat(mapped.input().consent()).isNotNull();
        assertThat(mapped.warnings()).isEmpty();
        assertThat(note(mapped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No.",
                "false",
                "off",
                "0",
                "unchecked",
                "none",
                "nope",
                "Nein",
                "Nein, danke",
                "non",
                "Non merci",
                "keine",
                "não",
                "nie",
                "No, thanks",
                "n/a"
            })
    void known_no_does_not_agree(String answer) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", "sms", answer));

        assertThat(mapped.input().consent()).isNull();
        assertThat(mapped.warnings()).isEmpty();
        assertThat(note(mapped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maybe",
                "Later",
                "Yes, but not by phone",
                "on hold",
                "I agree to nothing",
                "Nein, lieber nicht",
                "yes|no",
                "Yes, but rather not by SMS",
                "Sí, no acepto",
                "Yes, I agree to be contacted",
                "yes no",
                "[ ] Yes",
                "[\u00A0] I agree to be contacted by SMS",
                "( ) You may text me",
                "You may text me: []",
                "( ) Yes (x) No",
                "1 x",
                "on 1",
                "absolutely not",
                "claro que no",
                "لا أوافق",
                "không đồng ý",
                "nem egyetértek",
                "동의 안함",
                "Ja, nicht",
                "同意しません",
                "on or off",
                "x-ray",
                "...",
                "2",
                "vielleicht",
                "Yes?"
            })
    void unclear_answer_does_not_agree_and_is_in_the_note_with_a_warning(String answer) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", "sms", answer));

        assertThat(mapped.input().consent()).isNull();
        assertThat(codes(mapped)).containsExactly("ANSWER_UNCLEAR");
        assertThat(note(mapped)).isEqualTo("You may text me: " + answer.replace("|", ", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms[value]=yes;sms[checked]=false",
                "sms.value=You may text me;sms.checked=0",
                "sms=off;You may text me=on"
            })
    void names_that_contradict_each_other_do_not_agree(String received) {
        MappedInput mapped = map(fields(received));

        assertThat(mapped.input().consent()).isNull();
        assertThat(codes(mapped)).contains("ANSWER_UNCLEAR");
    }

    @Test
    void unchecked_value_of_a_hidden_field_does_not_contradict() {
        MappedInput mapped = map(fields("sms=0;sms[]=1;sms.checked=true"));

        assertThat(mapped.input().consent()).isNotNull();
        assertThat(codes(mapped)).doesNotContain("ANSWER_UNCLEAR");
    }

    @Test
    void unclear_opt_out_is_in_the_note_with_a_warning() {
        MappedInput checked = map(Map.of("email", "ada@example.com", "stop", "No more e-mails"));
        MappedInput unclear = map(Map.of("email", "ada@example.com", "stop", "only once a month"));

        assertThat(checked.input().contact().dndSettings())
                .containsExactly(new DndSettingInput(DndChannel.EMAIL, true));
        assertThat(unclear.input().contact().dndSettings()).isEmpty();
        assertThat(codes(unclear)).containsExactly("ANSWER_UNCLEAR");
        assertThat(note(unclear)).isEqualTo("No more e-mails: only once a month");
    }

    @Test
    void option_of_an_opt_out_may_be_a_refusal() {
        FormDefinition form = form("""
                answers: {email: {type: email}, stop: {type: yes_no, options: [Do not write to me, Unsubscribe]}}
                contact: {email: "{email}"}
                dnd: {when: "{stop}"}
                """);

        MappedInput mapped = map(form, Map.of("email", "ada@example.com", "stop", "Do not write to me"), "US");

        assertThat(mapped.input().contact().dnd()).contains(true);
        assertThat(mapped.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{gdpr: {type: text}} | gdpr | Nein, danke | false | ",
                "{gdpr: {type: text}} | gdpr | yes | true | ",
                "{gdpr: {type: text}} | gdpr | not sure | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [By SMS, Non]}} | gdpr | By SMS | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [By SMS]}} | gdpr | By SMS | true | ",
                "{gdpr: {type: choice, options: ['Yes, call me', Rather not]}} | gdpr | Yes, call me | true | ",
                "{gdpr: {type: choice, options: ['Yes, call me', Rather not]}} | gdpr | Rather not | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: ['Yes, call me', Leave me alone]}} | gdpr | Leave me alone | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: ['Yes, but not now', Skip]}} | gdpr | Yes, but not now | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: ['Yes, by e-mail', 'Yes, by SMS', 'No']}} | gdpr | Yes, by e-mail | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: ['Yes, but by post only', 'No']}} | gdpr | Yes, but by post only | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [Consent withdrawn, Other]}} | gdpr | Consent withdrawn | false | ANSWER_UNCLEAR",
                "{gdpr: {type: yes_no, options: [Opt me in, Opt me out]}} | gdpr | Opt me out | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [I agree, I do not agree]}} | gdpr | I agree | true | ",
                "{gdpr: {type: choice, options: [I agree, I do not agree]}} | gdpr | I do not agree | false | ",
                "{gdpr: {type: choice, options: [On holiday, At home]}} | gdpr | On holiday | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choices, options: [Phone, SMS, None of these]}} | gdpr | None of these | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [Mornings, Please never call]}} | gdpr | Please never call | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [Anrufen, Bitte nicht anrufen]}} | gdpr | Bitte nicht anrufen | false | ANSWER_UNCLEAR",
                "{gdpr: {type: yes_no, options: [Count me in, Not at all]}} | gdpr | Not at all | false | ANSWER_UNCLEAR",
                "{gdpr: {type: yes_no, options: [Count me in, Not at all]}} | gdpr | Count me in | true | ",
                "{gdpr: {type: yes_no, options: [Count me in]}} | gdpr | Yes, count me in | true | ",
                "{gdpr: {type: yes_no}} | gdpr.accepted | true | true | ",
                "{gdpr: {type: yes_no, label: I agree}} | 'I agree[value]' | 1 | true | ",
                "{gdpr: {type: yes_no}} | gdpr.checked | false | false | ",
                "{gdpr: {type: yes_no}} | gdpr.at | true | false | ",
                "{gdpr: {type: choice, options: [By SMS, Non]}} | gdpr | Non | false | ",
                "{gdpr: {type: choice, options: [Text me, Do not text me]}} | gdpr | Do not text me | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [Text me, Never text me]}} | gdpr | Never text me | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [Gern, Bitte nicht]}} | gdpr | Bitte nicht | false | ANSWER_UNCLEAR",
                "{gdpr: {type: choice, options: [Text me, Do not text me]}} | gdpr | Text me | false | ANSWER_UNCLEAR",
                "{gdpr: {type: yes_no, options: [Why not, Sure thing]}} | gdpr | Why not | false | ANSWER_UNCLEAR",
                "{gdpr: {type: phone}} | gdpr | +12125550101 | true | ",
                "{gdpr: {type: phone}} | gdpr | none | false | ",
                "{gdpr: {type: phone}} | gdpr | +49 (0) 30 23125101 | true | ",
                "{gdpr: {type: phone}} | gdpr | please do not call | false | ANSWER_UNCLEAR",
                "{gdpr: {type: phone}} | gdpr | 212 555 0147 but never call | false | ANSWER_UNCLEAR",
                "{gdpr: {type: email}} | gdpr | sans.souci@example.fr | true | ",
                "{gdpr: {type: email}} | gdpr | I refuse to say | false | ANSWER_UNCLEAR",
                "{gdpr: {type: number}} | gdpr | 0 | false | ",
                "{gdpr: {type: date}} | gdpr | 24 May 2027 | true | ",
                "{gdpr: {type: date}} | gdpr | at no time | false | ANSWER_UNCLEAR"
            })
    void consent_needs_a_known_yes_whatever_the_questions_type(
            String answers, String name, String answer, boolean agrees, String warning) {
        FormDefinition form = form("""
                answers: {email: {type: email}, %s
                contact: {email: "{email}"}
                consent: {when: "{gdpr}", text: I agree, channels: [SMS]}
                """.formatted(answers.substring(1)));

        MappedInput mapped = map(form, Map.of("email", "ada@example.com", name, answer), "US");

        assertThat(mapped.input().consent() != null).isEqualTo(agrees);
        assertThat(codes(mapped)).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    // numbers

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | 1,250.50 | 1250.50",
                "US | 1,250 | 1250",
                "US | 1.250 | 1.250",
                "GB | £1,250.5 | 1250.5",
                "US | €1.250 | 1250",
                "DE | €1.250 | 1250",
                "DE | 1.250 | 1250",
                "DE | 1.250,50 | 1250.50",
                "DE | 1250,50 € | 1250.50",
                "DE | EUR 1.250,- | 1250",
                "DE | 1,125 | 1.1250",
                "CH | 1'250.50 | 1250.50",
                "CH | CHF 1\u2019250.- | 1250",
                "FR | 1\u202F250,50 | 1250.50",
                "FR | 1\u00A0250 | 1250",
                "SE | 1 250 kr | 1250",
                "BR | R$ 1.250,50 | 1250.50",
                "IN | ₹1,25,000 | 125000",
                "US | -1,250,000.25 USD | -1250000.25",
                "US | \u2212$5 | -5",
                "ES | 0,125 | 0.125",
                "US | 1250,5 | 1250.5",
                "'' | 1,250 | 1250"
            })
    void number_is_read_in_the_locations_way(String country, String answer, String number) {
        MappedInput mapped = map(FORM, Map.of("email", "ada@example.com", "budget", answer), country);

        assertThat(customField(mapped, "budget")).isEqualTo(number);
        assertThat(mapped.warnings()).isEmpty();
        assertThat(mapped.input().tags()).hasSize(Double.parseDouble(number) > 1_000 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.250.50", "10-20", "1250 tiles", "12,34,56", "1 25", "5k", "50 %", "abc", "2026-11-24"})
    void what_is_no_number_is_in_the_note(String answer) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", "budget", answer));

        assertThat(codes(mapped)).containsExactly("ANSWER_MISPLACED");
        assertThat(note(mapped)).contains(answer);
    }

    @Test
    void number_field_of_the_crm_gets_a_number_from_any_type_of_question() {
        MappedInput mapped = map(FORM, Map.of("email", "ada@example.com", "offer", "1.250,50 €"), "DE");

        assertThat(customField(mapped, "price")).isEqualTo("1250.50");
    }

    // dates

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | 2026-11-24 | 2026-11-24",
                "US | 2026-11-24T00:00:00.000Z | 2026-11-24",
                "US | 11/24/2026 | 2026-11-24",
                "DE | 11/24/2026 | 2026-11-24",
                "US | 24/11/2026 | 2026-11-24",
                "US | 03/04/2027 | 2027-03-04",
                "GB | 03/04/2027 | 2027-04-03",
                "AU | 3-4-2027 | 2027-04-03",
                "US | 03.04.2027 | 2027-04-03",
                "CZ | 3. 4. 2027 | 2027-04-03",
                "CA | 05/05/2027 | 2027-05-05",
                "US | 2026/11/24 | 2026-11-24",
                "US | November 24, 2026 | 2026-11-24",
                "US | Tuesday, Nov 24th 2026 | 2026-11-24",
                "GB | 24 Nov 2026 | 2026-11-24",
                "GB | 1st of September 2026 | 2026-09-01",
                "DE | Dienstag, 24. November 2026 | 2026-11-24",
                "DE | 3. März 2027 | 2027-03-03",
                "FR | 1er août 2027 | 2027-08-01",
                "ES | 24 de noviembre de 2026 | 2026-11-24",
                "PT | 24 de março de 2027 | 2027-03-24",
                "GB | 24-Nov-2026 | 2026-11-24"
            })
    void date_is_read_as_builders_write_it(String country, String answer, String date) {
        MappedInput mapped = map(FORM, Map.of("email", "ada@example.com", "start", answer), country);

        assertThat(mapped.input().contact().dateOfBirth()).contains(date);
        assertThat(mapped.warnings()).isEmpty();
        assertThat(note(mapped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-04T23:00:00.000Z | 2026-12-05",
                "2026-12-04T22:59:59Z | 2026-12-04",
                "2026-12-04T23:30Z | 2026-12-05",
                "2026-12-04 23:30:00Z | 2026-12-05",
                "2026-12-04 23:30:00 UTC | 2026-12-05",
                "2026-12-04 23:30:00+00:00 | 2026-12-05",
                "2026-12-04 23:30:00.123456+00 | 2026-12-05",
                "2026-12-04 23:30:00 +0000 | 2026-12-05",
                "2026-12-04 00:00:00 UTC | 2026-12-04",
                "2026-12-05T01:00:00+09:00 | 2026-12-04",
                "2026-12-04T20:00:00-0800 | 2026-12-05",
                "2026-12-04T00:00:00.000Z | 2026-12-04",
                "2026-12-04T00:00:00+09:00 | 2026-12-04",
                "2026-12-04T23:30:00 | 2026-12-04"
            })
    void instant_is_the_day_in_the_locations_time_zone(String answer, String date) {
        FormDefinition form = form("""
                answers: {email: {type: email}, start: {type: date}, text: {type: text}}
                contact: {email: "{email}", dateOfBirth: "{text}"}
                tags: ["{start}"]
                """);

        MappedInput mapped = map(form, Map.of("email", "ada@example.com", "start", answer, "text", answer), "DE");

        assertThat(mapped.input().tags()).containsExactly(date);
        assertThat(mapped.input().contact().dateOfBirth()).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24 09:30",
                "2026-11-24T09:30:00+01:00",
                "2026-11-24 08:30:00+00",
                "11/24/2026 9:30 AM",
                "24.11.2026, 09:30 Uhr",
                "Nov 24, 2026 at 9:30 am",
                "Tue Nov 24 2026 09:30:00 GMT+0100 (Central European Standard Time)"
            })
    void time_of_a_date_is_in_the_note(String answer) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", "start", answer));

        assertThat(mapped.input().contact().dateOfBirth()).contains("2026-11-24");
        assertThat(note(mapped)).isEqualTo("start: " + answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | 31/02/2026",
                "US | 24.11.26",
                "CA | 03/04/2027",
                "'' | 03/04/2027",
                "US | 24.11.0026",
                "US | next week",
                "US | 1795512600",
                "US | 24 mai or so 2026",
                "US | November 2026",
                "US | 13/13/2026"
            })
    void what_is_no_clear_date_is_in_the_note(String country, String answer) {
        MappedInput mapped = map(FORM, Map.of("email", "ada@example.com", "start", answer), country);

        assertThat(codes(mapped)).containsExactly("ANSWER_MISPLACED");
        assertThat(note(mapped)).contains(answer);
    }

    // phone numbers

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | (212) 555-0147 | +12125550147 | ",
                "DE | 030 23125101 | +493023125101 | ",
                "DE | 12125550147 | +12125550147 | PHONE_GUESSED",
                "US | 493023125101 | +493023125101 | PHONE_GUESSED",
                "DE | 0049 30 23125101 | +493023125101 | ",
                "'' | 0049 30 23125101 | +493023125101 | ",
                "US | 0049 (0)30 23125101 | +493023125101 | ",
                "DE | 491701234567 | +491701234567 | PHONE_GUESSED",
                "DE | 4930901820 | +4930901820 | ",
                "DE | 442079460018 | +442079460018 | PHONE_GUESSED",
                "DE | 33170189900 | +33170189900 | PHONE_GUESSED",
                "DE | 41446681800 | +41446681800 | PHONE_GUESSED",
                "DE | 43 1 5880 0 | +43158800 | PHONE_GUESSED",
                "DE | 43158800 | +4943158800 | PHONE_GUESSED",
                "DE | 170 1234567 | +491701234567 | ",
                "DE | 15202234567 | +4915202234567 | ",
                "DE | 4921123456 | +4921123456 | PHONE_GUESSED",
                "BR | 33 98765-4321 | +5533987654321 | ",
                "BR | 43 3321-1234 | +554333211234 | ",
                "ZA | 82 123 4567 | +27821234567 | ",
                "IN | 98123 45678 | +919812345678 | ",
                "DE | 030 901820 | +4930901820 | ",
                "AT | 43158800 | +43158800 | ",
                "AT | 676 7712345 | +436767712345 | PHONE_GUESSED",
                "AT | 680 4881234 | +436804881234 | PHONE_GUESSED",
                "ID | 812 3456 7890 | +6281234567890 | PHONE_GUESSED",
                "ID | 85298765432 | +6285298765432 | PHONE_GUESSED",
                "CN | 15012345678 | +8615012345678 | ",
                "DE | 491701234567.0 | +491701234567 | PHONE_GUESSED",
                "DE | 1701234567.0 | +491701234567 | ",
                "US | 2125550147.0 | +12125550147 | ",
                "ES | 612345678 | +34612345678 | ",
                "US | 9725550147 | +19725550147 | ",
                "US | 442079460018 | +442079460018 | PHONE_GUESSED",
                "DE | '''0170 1234567' | +491701234567 | ",
                "DE | tel:+491701234567 | +491701234567 | ",
                "DE | \u202A+49 170\u200B 1234567\u202C | +491701234567 | ",
                "DE | \uFF0B\uFF14\uFF19 170 1234567 | +491701234567 | ",
                "DE | 00 1 212 555 0147 | +12125550147 | ",
                "DE | +49 (0)30 23125101 | +493023125101 | ",
                "US | 011 49 30 23125101 | +493023125101 | ",
                "US | 212-555-0147 x12 | +12125550147 | ANSWER_MISPLACED",
                "US | +12125550147;ext=12 | +12125550147 | ANSWER_MISPLACED",
                "US | 212-555-0147 ext. 12 | +12125550147 | ANSWER_MISPLACED",
                "US | call after 17h: 212 555 0147 | +12125550147 | ANSWER_MISPLACED",
                "DE | 030 23125101 oder 0171 1234567 | +493023125101 | ANSWER_MISPLACED",
                "US | 1-800-FLOWERS | +18003569377 | ANSWER_MISPLACED"
            })
    void phone_number_is_read_in_the_locations_country(String country, String answer, String number, String warning) {
        MappedInput mapped = map(FORM, Map.of("phone", answer), country);

        assertThat(mapped.input().contact().phone()).contains(number);
        assertThat(codes(mapped)).isEqualTo(warning == null ? List.of() : List.of(warning));
        assertThat(note(mapped)).isEqualTo("ANSWER_MISPLACED".equals(warning) ? "phone: " + answer : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1 111 555 0101", "5550101", "+491234", "1115550101", "000000000", "call me", "+447700900123"})
    void number_that_is_not_in_use_is_in_the_note(String answer) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", "phone", answer));

        assertThat(mapped.input().contact().phone()).isNull();
        assertThat(codes(mapped)).containsExactly("ANSWER_MISPLACED");
        assertThat(note(mapped)).contains(answer);
    }

    @Test
    void number_without_country_code_is_not_guessed_when_the_location_is_unknown() {
        MappedInput mapped = map(FORM, Map.of("email", "ada@example.com", "phone", "12125550147"), "");

        assertThat(mapped.input().contact().phone()).isNull();
        assertThat(codes(mapped)).containsExactly("ANSWER_MISPLACED");
    }

    @Test
    void country_of_the_location_is_looked_up_only_where_an_answer_needs_it() {
        LocationFacts offline = new LocationFacts() {
            @Override
            public Location location() {
                throw new AssertionError("not needed");
            }

            @Override
            public List<CustomFieldDefinition> customFields() {
                return facts("US").customFields();
            }
        };

        MappedInput mapped = CHECK_MAPPING.map(
                FORM,
                answers(Map.of("phone", "+1 212 555 0147", "budget", "1,250.50", "start", "24.11.2026")),
                SubmitFormInput.EMPTY,
                false,
                offline,
                NOW);

        assertThat(mapped.warnings()).isEmpty();
    }

    // e-mail addresses

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                " ada@example.com ",
                "Ada Lovelace <ada@example.com>",
                "<ada@example.com>",
                "mailto:ada@example.com",
                "Ada <mailto:ada@example.com>",
                "E-Mail: ada@example.com",
                "ada@example.com.",
                "ada@example.com, ",
                "ada@example.com!",
                "'ada@example.com",
                "=ada@example.com",
                "\"ada@example.com\"",
                "*ada@example.com*",
                "`ada@example.com`",
                "email=ada@example.com",
                "ada\uFF20example.com",
                "\uFF41da@example.com",
                "\u200Bada@example.com",
                "ada@exam\u200Bple.com\u200B",
                "\u202Aada@example.com\u202C",
                "\uFEFFada@example.com",
                "ada@example.com|ada@example.com",
                "ada@example.com|ADA@example.com",
                "ada@example.com| ada@example.com\u200B"
            })
    void address_is_read_however_it_is_written(String answer) {
        MappedInput mapped = map(Map.of("email", answer));

        assertThat(mapped.input().contact().email()).contains("ada@example.com");
        assertThat(mapped.warnings()).isEmpty();
        assertThat(note(mapped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com (work)",
                "write to ada@example.com",
                "ada@example.com; grace@example.com",
                "ada@example.com / grace@example.com",
                "ada@example.com/grace@example.com",
                "ada@example.com&grace@example.com",
                "ada@example.com/0170 1234567",
                "mailto:ada@example.com?subject=Hello",
                "write to **ada@example.com**",
                "ada@example.com|grace@example.com",
                "ada|ada@example.com|grace@example.com",
                "\"Ada, L.\" <ada@example.com>, Grace <grace@example.com>"
            })
    void first_address_is_used_and_the_whole_answer_is_in_the_note(String answer) {
        MappedInput mapped = map(Map.of("email", answer));

        assertThat(mapped.input().contact().email()).contains("ada@example.com");
        assertThat(codes(mapped)).containsExactly("ANSWER_MISPLACED");
        assertThat(note(mapped)).isEqualTo("email: " + answer.replace("|", ", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example",
                "ada@example..com",
                "ada@mail.example_x.com",
                "ada @example.com",
                "ada@example.com@example.org",
                "https://example.com/@ada"
            })
    void what_is_no_address_is_in_the_note(String answer) {
        MappedInput mapped = map(Map.of("email", answer, "phone", "+12125550147"));

        assertThat(mapped.input().contact().email()).isNull();
        assertThat(codes(mapped)).containsExactly("ANSWER_MISPLACED");
        assertThat(note(mapped)).contains(answer);
    }

    @Test
    void number_that_is_sent_twice_is_one_number_and_other_texts_stay_joined() {
        MappedInput same = map(Map.of("phone", "212-555-0147|+1 (212) 555 0147", "name", "Ada|Ada"));
        MappedInput other = map(Map.of("phone", "212-555-0147|212-555-0148"));

        assertThat(same.input().contact().phone()).contains("+12125550147");
        assertThat(same.input().contact().name()).contains("Ada, Ada");
        assertThat(same.warnings()).isEmpty();
        assertThat(note(same)).isEmpty();
        assertThat(other.input().contact().phone()).contains("+12125550147");
        assertThat(codes(other)).containsExactly("ANSWER_MISPLACED");
        assertThat(note(other)).isEqualTo("phone: 212-555-0147, 212-555-0148");
    }

    // choices

    @ParameterizedTest
    @ValueSource(strings = {"Roof, Gutter", "Roof,Gutter", "Roof||Gutter", "Roof\nGutter", " Roof \r\nGutter\r\n"})
    void options_joined_in_one_text_are_several_choices(String answer) {
        assertThat(chosen(answer)).isEqualTo("2 with gutter: Roof, Gutter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Roof", "Bath, kitchen", "Roof, perhaps a bath", "Roof, ", "a, b", ","})
    void other_text_is_one_choice(String answer) {
        assertThat(chosen(answer)).isEqualTo("1: " + answer.strip());
    }

    private static String chosen(String answer) {
        FormDefinition form = form("""
                answers:
                  email: {type: email}
                  topics: {type: choices, options: [Roof, Gutter, "Bath, kitchen", Bath, kitchen]}
                contact: {email: "{email}"}
                notes: [{body: "{topics.count}{#if topics.contains('Gutter')} with gutter{/if}: {topics}"}]
                """);
        Answers answers = Answers.builder().add("topics", answer).build();

        return note(CHECK_MAPPING.map(form, answers, SubmitFormInput.EMPTY, false, facts("US"), NOW));
    }

    // pages

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | ada@example | +12125550147 | Your e-mail (email) must be an e-mail address",
                "US | ada@example.com | 5550101 | phone (phone) must be a phone number",
                "US | ada@example.com | call me | phone (phone) must be a phone number",
                "'' | ada@example.com | call +49 | phone (phone) must be a phone number",
                "'' | ada@example.com | 212 555 0147 | ",
                "US | Ada <ada@example.com> | 212 555 0147 x12 | "
            })
    void page_is_told_of_required_identifiers_that_are_none(String country, String email, String phone, String error) {
        FormDefinition form = form("""
                answers:
                  email: {type: email, label: Your e-mail, required: true}
                  phone: {type: phone, required: true}
                  other: {type: email}
                contact: {email: "{email}", phone: "{phone}"}
                """);
        Answers answers = answers(Map.of("email", email, "phone", phone, "other", "none"));

        MappedInput ofPage = CHECK_MAPPING.map(form, answers, SubmitFormInput.EMPTY, true, facts(country), NOW);
        MappedInput ofWebhook = CHECK_MAPPING.map(form, answers, SubmitFormInput.EMPTY, false, facts(country), NOW);

        assertThat(ofPage.userErrors())
                .extracting(UserError::code)
                .isEqualTo(error == null ? List.of() : List.of(UserErrorCode.INVALID));
        assertThat(ofPage.userErrors()).allMatch(told -> told.message().startsWith(error));
        assertThat(ofWebhook.userErrors()).isEmpty();
    }

    // HTML

    @Test
    void entities_of_single_lines_are_decoded() {
        MappedInput escaped =
                map(Map.of("name", "O&#039;Brien &amp; Sons &quot;Ltd&quot;&#x2e;", "email", "o&#39;b@example.com"));
        MappedInput letters = map(Map.of("name", "Jos&eacute; M&uuml;ller", "offer", "A&rsquo;B"));
        MappedInput unusual = map(Map.of("name", "<b>A &amp; B</b>", "offer", "&#x110000; &#0;&nbsp;&copy"));

        assertThat(escaped.input().contact().name()).contains("O'Brien & Sons \"Ltd\".");
        assertThat(escaped.input().contact().email()).contains("o'b@example.com");
        assertThat(letters.input().contact().name()).contains("José Müller");
        assertThat(note(letters)).contains("A’B");
        assertThat(unusual.input().contact().name()).contains("<b>A &amp; B</b>");
        assertThat(note(unusual)).contains("&#x110000; &#0;&nbsp;&copy");
    }

    // what the note leaves out

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g-recaptcha-response",
                "h-captcha-response",
                "cf-turnstile-response",
                "data[g-recaptcha-response]",
                "_fluentform_12_fluentformnonce",
                "_wpnonce",
                "security_nonce",
                "_wp_http_referer",
                "csrf_token",
                "authenticity_token",
                "Access token",
                "google_key",
                "google_key (2)",
                "Password: (2)",
                "HandshakeKey",
                "api-key",
                "API Key",
                "Password",
                "password_confirmation",
                "client_secret",
                "secret_key",
                "Secret key",
                "authorization",
                "headers.authorization",
                "Contraseña",
                "Mot de passe",
                "Senha",
                "clave",
                "Пароль",
                "パスワード",
                "密码",
                "Sozialversicherungsnummer",
                "Kreditkarte",
                "motdepasse",
                "PIN",
                "Your PIN",
                "PHPSESSID",
                "jsessionid",
                "CVC",
                "cvv2",
                "cc-csc",
                "cc_number",
                "Card number",
                "Credit card number",
                "SSN",
                "Social security number",
                "IBAN",
                "Client secret",
                "contact_id",
                "__submission[ip]",
                "__submission.user_inputs.name",
                "$version",
                "User Agent",
                "user_agent",
                "Remote IP",
                "ip",
                "Powered by",
                "form_id",
                "homepage",
                "meta[user-agent]",
                "_gotcha",
                "bot-field",
                "submit",
                "timestamp",
                "screen_resolution",
                "fbclid",
                "winning_outcome_id"
            })
    void secrets_and_technical_answers_are_not_in_the_note(String name) {
        MappedInput mapped = map(Map.of("email", "ada@example.com", name, "abc 123"));

        assertThat(note(mapped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kleinanzeige / Annonce",
                "annonce",
                "What is your secret to a good roof?",
                "Secretary",
                "Token of appreciation",
                "Secret wish",
                "Book token",
                "PIN code of your area",
                "PIN code",
                "pincode",
                "Key",
                "Session key topics",
                "Authorization",
                "Card",
                "Loyalty card number",
                "Password manager you use",
                "Door code",
                "Token number",
                "Secret Santa?",
                "Do you have an IBAN?",
                "spinner",
                "Beauty secret",
                "IP rating",
                "Session",
                "Event type",
                "event_type",
                "Serial number",
                "serial_number",
                "Variant",
                "variant",
                "Contact ID",
                "$ per month",
                "_ Anything else?",
                "Which token do you want to buy?",
                "How did you choose a password manager?",
                "Trip",
                "Equipment",
                "Version",
                "description",
                "Signature drink",
                "Zip",
                "Form of address"
            })
    void questions_of_people_are_in_the_note(String name) {
        assertThat(note(map(Map.of("email", "ada@example.com", name, "abc 123"))))
                .isEqualTo(name + ": abc 123");
    }

    @Test
    void base64_and_digests_are_not_in_the_note() {
        String base64 = "aGVsbG8gd29ybGQg1A==".replace("=", "").repeat(5);
        for (String machineText : List.of(
                base64 + "==",
                (base64.substring(0, 76) + "\n").repeat(3) + base64.substring(0, 64),
                "data:image/png;base64,iVBORw0KGgo=",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_1",
                "d41d8cd98f00b204e9800998ecf8427e",
                "Bearer a1",
                "Basic dXNlcjpwYXNzd29yZA==",
                "4111111111111111",
                "4111 1111 1111 1111",
                "3782-822463-10005",
                "5555555555554444",
                "2223003122003222",
                "3530111333300000",
                "6011111111111117",
                "30569309025904",
                "<?xml version=\"1.0\"?><form_data/>")) {
            assertThat(note(map(Map.of("email", "ada@example.com", "extra", machineText))))
                    .isEmpty();
        }
        for (String text : List.of(
                "a".repeat(300),
                "https://www.example.com/a/Long1/" + "x".repeat(80),
                "ORDER-2026-000123/RoofGutter/4f6a9b",
                "ada.lovelace.of.the.analytical.engine.project.2026@department.example.com",
                "屋根".repeat(200) + "Ab1",
                "4111111111111112",
                "356938035643809",
                "2026112400016",
                "4222222222222",
                "Basic 12months",
                "Basic Package1",
                "Bearer bonds",
                "Basic package",
                "+49 151 12345672",
                "4915112345672",
                "4915112345671",
                "4915112345673",
                "4915112345674",
                "4915112345675",
                "4915112345676",
                "4915112345677",
                "4915112345678",
                "4915112345679",
                "4915112345670",
                "12345678901234567890123456789012345")) {
            assertThat(note(map(Map.of("email", "ada@example.com", "extra", text))))
                    .isEqualTo("extra: " + text);
        }
    }

    @Test
    void mapped_answer_is_never_left_out() {
        FormDefinition form = form("""
                answers: {email: {type: email}, token: {label: Token}}
                contact: {email: "{email}"}
                """);

        MappedInput mapped =
                map(form, Map.of("email", "ada@example.com", "token", "d41d8cd98f00b204e9800998ecf8427e"), "US");

        assertThat(note(mapped)).isEqualTo("Token: d41d8cd98f00b204e9800998ecf8427e");
    }

    @Test
    void what_the_context_says_is_not_repeated() {
        SubmissionContextInput context =
                new SubmissionContextInput("https://www.example.com/roof", "Roofs", null, "flyer", "print", "autumn");
        Map<String, String> received = new LinkedHashMap<>();
        received.put("email", "ada@example.com");
        received.put("page_title", "Roofs");
        received.put("Interest", "Roofs");
        received.put("utm_source", "flyer");
        received.put("customData.utmMedium", "print");
        received.put("Utm Campaign", "autumn");
        received.put("Page URL", "https://www.example.com/roof");
        received.put("utm_term", "slate");
        received.put("How did you find us?", "flyer");

        MappedInput mapped = CHECK_MAPPING.map(
                FORM, answers(received), SubmitFormInput.EMPTY.withContext(context), false, facts("US"), NOW);

        assertThat(note(mapped)).isEqualTo("Interest: Roofs\nutm_term: slate\nHow did you find us?: flyer");
    }

    // the safety net

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Contact=ada@example.com | ada@example.com",
                "Contact=ada@example.com;again=ADA@example.com | ada@example.com",
                "Contact=ada@example.com;organizer.email=host@example.com | ada@example.com",
                "Contact=ada@example.com;owner_email=host@example.com | ada@example.com",
                "Contact=ada@example.com;from=site@example.com | ada@example.com",
                "sender_email=site@example.com | ",
                "Friend's e-mail=bob@example.com | ",
                "Email of your manager=bob@example.com;phone=+12125550147 | ",
                "emergencyContact=bob@example.com | ",
                "spouse.email=bob@example.com | ",
                "Parent's email=bob@example.com | ",
                "Referred by=bob@example.com | ",
                "Contact=ada@example.com;partner_email=bob@example.com | ada@example.com",
                "Preferred e-mail=ada@example.com | ada@example.com",
                "_replyto=ada@example.com | ada@example.com",
                "Contact=ada@example.com;Other=grace@example.com | ",
                "location[email]=host@example.com | ",
                "Contact=ada@@example | ",
                "Contact=write to ada@example.com | ",
                "Contact=Ada <ada@example.com.> | ",
                "Contact=Ada <ada@example.com> | ada@example.com",
                "Contact=mailto:ada@example.com;Other=ADA@example.com\u200B | ada@example.com",
                "Contact=ada@example.com;phone=+12125550147 | ada@example.com",
                "Contact=ada@example.com;email=none | ada@example.com"
            })
    void only_address_among_the_other_answers_identifies_the_person(String received, String email) {
        MappedInput mapped = map(fields(received));

        assertThat(mapped.input().contact().email()).isEqualTo(email == null ? null : Optional.of(email));
        assertThat(codes(mapped).contains("IDENTIFIER_GUESSED")).isEqualTo(email != null);
        assertThat(mapped.warnings()).extracting(Warning::message).noneMatch(message -> message.contains("@"));
    }

    @Test
    void address_is_not_guessed_beside_a_number_if_the_form_writes_no_address() {
        FormDefinition form = form("""
                answers: {phone: {type: phone}}
                contact: {phone: "{phone}"}
                """);

        MappedInput mapped = map(form, Map.of("phone", "+12125550147", "Contact", "ada@example.com"), "US");

        assertThat(mapped.input().contact().email()).isNull();
        assertThat(mapped.warnings()).isEmpty();
    }

    @Test
    void address_is_not_guessed_for_pages_and_for_erasure() {
        FormDefinition erasing = form("""
                answers: {email: {type: email}}
                contact: {email: "{email}"}
                erase: true
                """);

        MappedInput ofPage = CHECK_MAPPING.map(
                FORM, answers(Map.of("Contact", "ada@example.com")), SubmitFormInput.EMPTY, true, facts("US"), NOW);
        MappedInput erasure = map(erasing, Map.of("Contact", "ada@example.com"), "US");

        assertThat(ofPage.input().contact().email()).isNull();
        assertThat(erasure.input().contact().email()).isNull();
        assertThat(codes(erasure)).containsExactly("NO_IDENTIFIER");
    }

    /** With line ends it could look like a line of the gateway's own. */
    @Test
    void name_of_an_answer_is_one_line_of_the_note() {
        MappedInput mapped =
                map(Map.of("email", "ada@example.com", "Colour\nAgreed on 2026-11-20\u2028to calls", "red"));

        assertThat(note(mapped)).contains("Colour Agreed on 2026-11-20 to calls: red");
    }

    private static final FormMapping CHECK_MAPPING = new FormMapping(CHECK);

    private static MappedInput map(Map<String, String> received) {
        return map(FORM, received, "US");
    }

    private static MappedInput map(FormDefinition form, Map<String, String> received, String country) {
        return CHECK_MAPPING.map(form, answers(received), SubmitFormInput.EMPTY, false, facts(country), NOW);
    }

    private static Map<String, String> fields(String received) {
        return Arrays.stream(received.split(";"))
                .map(field -> field.split("="))
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (a, b) -> a, LinkedHashMap::new));
    }

    /** Several values are separated by |. */
    private static Answers answers(Map<String, String> received) {
        Answers.Builder answers = Answers.builder();
        received.forEach(
                (name, values) -> Arrays.stream(values.split("\\|")).forEach(value -> answers.add(name, value)));
        return answers.build();
    }

    private static List<String> codes(MappedInput mapped) {
        return mapped.warnings().stream().map(Warning::code).toList();
    }

    private static String note(MappedInput mapped) {
        return mapped.input().notes().stream().map(NoteInput::body).collect(Collectors.joining("\n"));
    }

    private static String customField(MappedInput mapped, String key) {
        return mapped.input().contact().customFields().stream()
                .filter(field -> field.key().equals(key))
                .map(CustomFieldInput::value)
                .findFirst()
                .orElse(null);
    }

    private static LocationFacts facts(String country) {
        return new LocationFacts() {
            @Override
            public Location location() {
                return new Location(
                        "loc", "Location", ZoneId.of("Europe/Berlin"), country.isEmpty() ? null : country, null);
            }

            @Override
            public List<CustomFieldDefinition> customFields() {
                return List.of(
                        new CustomFieldDefinition("cf1", "budget", "Budget", "NUMERICAL", List.of()),
                        new CustomFieldDefinition("cf2", "price", "Price", "MONETORY", List.of()));
            }
        };
    }

    private static FormDefinition form(String yaml) {
        try {
            return new FormReader(variable -> true).read(new FormFile("test", "test.yaml", yaml));
        } catch (FormFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
