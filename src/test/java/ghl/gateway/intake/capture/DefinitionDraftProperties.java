package ghl.gateway.intake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Senders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any answer names, the drafted definition is valid. */
class DefinitionDraftProperties {

    private static final String EMAIL = "Your e-mail";
    private static final RequestBody EMPTY = new RequestBody(new byte[0], "", Map.of());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";

    @Property(tries = 500)
    void draft_is_a_valid_form_with_all_answers(@ForAll("names") Set<String> names) throws FormFileException {
        Answers.Builder answers = Answers.builder().add(EMAIL, "ada@example.com");
        names.forEach(name -> answers.add(name, "x"));
        Answers received = answers.build();

        FormDefinition form = read(draft(received));

        assertThat(form.answers())
                .extracting(answer -> AnswerNames.normalize(answer.label()))
                .containsExactlyElementsOf(received.names().stream()
                        .map(AnswerNames::normalize)
                        .distinct()
                        .toList());
        assertThat(form.actions().contact().fields()).containsKey("email");
    }

    /** What a person does: capture, save the draft, and wait for the next one. */
    @Property(tries = 500)
    void same_form_sent_again_has_its_email_and_phone(
            @ForAll("posts") Map<String, String> post, @ForAll Encoding encoding) throws FormFileException {
        RequestBody body = encoding.body(post);
        Captured captured = Captured.read(Instant.EPOCH, body);
        String draft = DefinitionDraft.write("drafted", List.of(captured), DefinitionDraftProperties::isEmail)
                .orElseThrow();
        FormDefinition form = read(draft);

        Questions questions = Questions.of(form);
        Answers again =
                Senders.read(form.senders().get(0).type(), body, questions).answers();

        assertThat(answers(again, questions, mapped(draft, "email"))).as(draft).containsExactly("tomo@example.com");
        assertThat(answers(again, questions, mapped(draft, "phone"))).as(draft).containsExactly("(212) 555-0123");
    }

    enum Encoding {
        JSON_OBJECT {
            @Override
            RequestBody body(Map<String, String> post) {
                return json(post);
            }
        },
        JSON_QUESTIONS {
            @Override
            RequestBody body(Map<String, String> post) {
                return json(Map.of(
                        "fields",
                        post.entrySet().stream()
                                .map(answer -> Map.of("label", answer.getKey(), "value", answer.getValue()))
                                .toList()));
            }
        },
        URLENCODED {
            @Override
            RequestBody body(Map<String, String> post) {
                return urlencoded(post, "%s");
            }
        },
        PHP_BRACKETS {
            @Override
            RequestBody body(Map<String, String> post) {
                return urlencoded(post, "form_fields[%s]");
            }
        };

        abstract RequestBody body(Map<String, String> post);

        private static RequestBody json(Object value) {
            try {
                return new RequestBody(JSON.writeValueAsBytes(value), "application/json", Map.of());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static RequestBody urlencoded(Map<String, String> post, String name) {
            String fields = post.entrySet().stream()
                    .map(answer -> encoded(name.formatted(answer.getKey())) + "=" + encoded(answer.getValue()))
                    .collect(Collectors.joining("&"));
            return new RequestBody(fields.getBytes(StandardCharsets.UTF_8), FORM, Map.of());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @Provide
    Arbitrary<Map<String, String>> posts() {
        Arbitrary<String> emails = Arbitraries.of(
                "email", "E-mail", "EMAIL", "Your email address *", "userEmail", "Wo dürfen wir schreiben?", "e_mail");
        Arbitrary<String> phones =
                Arbitraries.of("phone", "PHONE_NUMBER", "Telefon", "Your mobile number:", "tel", "phoneNumber");
        Arbitrary<Map<String, String>> others = Arbitraries.maps(
                        Arbitraries.of(
                                "organizer",
                                "host_email",
                                "Owner's e-mail",
                                "reply-to",
                                "from",
                                "assigned_to",
                                "sender_email",
                                "company_email",
                                "location_phone",
                                "owner phone",
                                "Friend's e-mail",
                                "Second e-mail",
                                "Confirm e-mail",
                                "Fax",
                                "utm_source",
                                "form_id",
                                "Name",
                                "your name",
                                "your_name",
                                "Message"),
                        Arbitraries.of(
                                "someone.else@example.com",
                                "+4930901820",
                                "(212) 555-0199",
                                "12",
                                "2027-01-31",
                                "a\nb"))
                .ofMaxSize(12);
        return Combinators.combine(emails, phones, others, Arbitraries.randomValue(random -> random))
                .as((email, phone, more, random) -> {
                    List<String> names = new ArrayList<>(more.keySet());
                    names.addAll(List.of(email, phone));
                    Collections.shuffle(names, random);
                    Map<String, String> post = new LinkedHashMap<>();
                    names.forEach(name -> post.put(
                            name,
                            name.equals(email)
                                    ? "tomo@example.com"
                                    : name.equals(phone) ? "(212) 555-0123" : other(name, more.get(name))));
                    return post;
                });
    }

    /** An e-mail address under another name could be meant, where the right question is not called so. */
    private static String other(String name, String value) {
        boolean isOther = name.matches("(?i)(your.)?name|message");
        return isOther && isEmail(value) ? "Ada" : value;
    }

    private static String mapped(String draft, String field) {
        Matcher line = Pattern.compile("\n  " + field + ": \"\\{(\\w+)}\"").matcher(draft);
        assertThat(line.find()).as(draft).isTrue();
        return line.group(1);
    }

    private static List<String> answers(Answers answers, Questions questions, String question) {
        return answers.names().stream()
                .filter(name -> questions.find(name).equals(Optional.of(question)))
                .flatMap(name -> answers.values(name).stream())
                .toList();
    }

    private static boolean isEmail(String text) {
        return text.matches("[^@\\s]+@[^@\\s]+");
    }

    @Example
    void draft_never_maps_an_address_that_belongs_to_others() {
        for (String name : List.of(
                "organizer.email",
                "payload.organizer.email",
                "host_email",
                "location.email",
                "location_email",
                "user.email",
                "assigned_to",
                "Owner",
                "Reply-To",
                "From",
                "sender",
                "company.email",
                "Company e-mail",
                "notification_email",
                "account.owner.email")) {
            String draft = draft(Answers.builder()
                    .add(name, "host@example.com")
                    .add(name.replaceAll("(?i)e-?mail", "phone"), "+12125550199")
                    .build());

            assertThat(draft).as(name).startsWith("# No answer looks like");
        }
    }

    @Example
    void draft_prefers_the_persons_own_address() {
        String draft = draft(Answers.builder()
                .add("Friend's e-mail", "friend@example.com")
                .add("EMAIL", "ada@example.com")
                .add("Confirm e-mail", "ada@example.com")
                .build());

        assertThat(mapped(draft, "email")).isEqualTo("email");
    }

    @Example
    void label_of_thousand_characters_is_kept_whole() throws FormFileException {
        String label = "E-mail " + "ö".repeat(993);

        FormDefinition form =
                read(draft(Answers.builder().add(label, "ada@example.com").build()));

        assertThat(form.answers()).extracting(AnswerDefinition::label).containsExactly(label);
    }

    @Example
    void identifier_behind_two_hundred_other_answers_is_asked() throws FormFileException {
        List<Captured> bodies = new ArrayList<>();
        for (int body = 0; body < 3; body++) {
            Answers.Builder answers = Answers.builder();
            for (int answer = 0; answer < 150; answer++) {
                answers.add("Question " + body + " " + answer, "x");
            }
            answers.add("Last of " + body, body == 2 ? "ada@example.com" : "x");
            bodies.add(new Captured(Instant.EPOCH, EMPTY, SenderType.LINK, answers.build(), null));
        }

        String draft = DefinitionDraft.write("drafted", bodies, DefinitionDraftProperties::isEmail)
                .orElseThrow();

        assertThat(mapped(draft, "email")).isEqualTo("last_of_2");
        assertThat(read(draft).answers()).hasSize(200);
    }

    @Example
    void types_are_drafted_if_all_values_fit() {
        String draft = draft(Answers.builder()
                .add("Email", "ada@example.com")
                .add("Guests", "4")
                .add("Arrival", "2027-01-31")
                .add("Postal code", "10115")
                .add("Message", "Hello,\nthere")
                .add("I agree to the terms", "true")
                .add("Newsletter", "I would like that")
                .add("Parking", "yes")
                .build());

        assertThat(draft)
                .contains(
                        "type: number\n    label: Guests",
                        "type: date\n    label: Arrival",
                        "postal_code:\n    label: Postal code",
                        "type: long_text\n    label: Message",
                        "type: yes_no\n    label: I agree to the terms",
                        "newsletter:\n    label: Newsletter",
                        "parking:\n    label: Parking");
    }

    @Example
    void names_in_other_languages_are_understood() {
        assertThat(draft(Answers.builder()
                        .add("Vor- und Nachname", "Ada Lovelace")
                        .add("E-Mail", "ada@example.com")
                        .add("Handy", "0151 23456789")
                        .add("Ich bin damit einverstanden, angerufen zu werden", "Ja")
                        .build()))
                .contains("name: \"{vor_und_nachname}\"", "phone: \"{handy}\"", "type: yes_no\n    label: \"Ich bin");
        assertThat(draft(Answers.builder()
                        .add("Nombre completo", "Ada Lovelace")
                        .add("Correo electrónico", "ada@example.com")
                        .add("Teléfono móvil", "600 123 456")
                        .build()))
                .contains(
                        "name: \"{nombre_completo}\"",
                        "email: \"{correo_electronico}\"",
                        "phone: \"{telefono_movil}\"");
        assertThat(draft(Answers.builder()
                        .add("Nom", "Lovelace")
                        .add("Prénom", "Ada")
                        .add("Courriel", "ada@example.com")
                        .build()))
                .contains("lastName: \"{nom}\"", "firstName: \"{prenom}\"");
        assertThat(draft(Answers.builder()
                        .add("Nome", "Ada")
                        .add("Cognome", "Lovelace")
                        .add("E-mail", "ada@example.com")
                        .build()))
                .contains("firstName: \"{nome}\"", "lastName: \"{cognome}\"");
    }

    @Example
    void answers_without_latin_letters_are_named_by_what_they_are() throws FormFileException {
        String draft = draft(Answers.builder()
                .add("お名前", "山田太郎")
                .add("メールアドレス", "taro@example.com")
                .add("電話番号", "03-1234-5678")
                .add("ご相談内容", "屋根")
                .build());

        assertThat(draft).contains("name: \"{name}\"", "email: \"{email}\"", "phone: \"{phone}\"", "  answer_4:\n");
        assertThat(read(draft).answers()).hasSize(4);
    }

    @Example
    void checked_input_is_no_number() {
        assertThat(draft(Answers.builder()
                        .add("2", "ada@example.com")
                        .add("5.1", "1")
                        .build()))
                .doesNotContain("type: number");
    }

    @Example
    void answers_of_machines_are_no_questions() {
        String draft = draft(Answers.builder()
                .add("EMAIL", "ada@example.com")
                .add("FULL_NAME", "Ada")
                .add("PHONE_NUMBER", "+12125550101")
                .add("POSTAL_CODE", "10115")
                .add("utm_source", "flyer")
                .add("tracking.utm_campaign", "spring")
                .add("gclid", "x")
                .add("form_id", "7")
                .add("submission.submissionId", "7")
                .add("g-recaptcha-response", "x")
                .add("Referrer", "A friend")
                .build());

        assertThat(draft)
                .contains("name: \"{full_name}\"", "postalCode: \"{postal_code}\"", "phone: \"{phone_number}\"")
                .contains("label: Referrer")
                .doesNotContain("utm", "gclid", "form_id", "submissionId", "recaptcha");
    }

    @Example
    void place_of_others_is_not_the_contacts() {
        String draft = draft(Answers.builder()
                .add("email", "ada@example.com")
                .add("location.city", "Berlin")
                .add("company.name", "Analytical Engines")
                .add("workflow.name", "Leads")
                .build());

        assertThat(draft).contains("companyName: \"{company_name}\"").doesNotContain("city: \"", "  name: \"");
    }

    @Example
    void formatted_phone_under_a_name_that_says_nothing_is_the_phone() {
        for (String name : List.of("3", "1.3", "input_3", "entry.1024")) {
            for (String phone : List.of(
                    "(646) 555-0105",
                    "646-555-0105",
                    "646.555.0105",
                    "1 (646) 555-0105",
                    "(030) 901820",
                    "030 901820",
                    "0171/1234567",
                    "020 7946 0018",
                    "01 23 45 67 89")) {
                assertThat(draft(Answers.builder().add(name, phone).build()))
                        .as(name + ": " + phone)
                        .contains("  phone: \"{");
            }
            for (String other : List.of(
                    "2027-01-31",
                    "01/02/2027",
                    "01-02-2027",
                    "01.02.2027",
                    "31 01 2027",
                    "1,250.50",
                    "1.250.000",
                    "123-456-7890",
                    "2026-000123",
                    "000-123-4567",
                    "10115",
                    "4111 1111 1111 1111",
                    "978-3-16-148410-0",
                    "123-45-6789",
                    "6465550105",
                    "192.168.100.200")) {
                assertThat(draft(Answers.builder().add(name, other).build()))
                        .as(name + ": " + other)
                        .startsWith("# No answer looks like");
            }
        }
    }

    @Example
    void draft_without_identifier_says_what_to_add() {
        assertThat(draft(Answers.builder().add("Colour", "green").build()))
                .startsWith("# No answer looks like an e-mail address or a phone number")
                .contains("label: Colour");
    }

    @Provide
    Arbitrary<Set<String>> names() {
        Arbitrary<String> tricky = Arbitraries.of(
                "3",
                "1.3",
                "1e3",
                "0x1f",
                "1_000",
                "yes",
                "no",
                "on",
                "off",
                "true",
                "null",
                "~",
                "",
                " ",
                "2027-01-31",
                "12:30",
                "- a",
                "a: b",
                "# a",
                "a #b",
                "{name}",
                "[a]",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a`",
                "'",
                "\"",
                "\\",
                "a\nb",
                "\tb",
                "…",
                "Имя",
                "名前",
                "=",
                "<<",
                "?",
                "? a",
                "---",
                "...",
                ",",
                ".inf");
        return Arbitraries.oneOf(
                        tricky, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(80))
                .set()
                .ofMaxSize(20);
    }

    private static String draft(Answers answers) {
        return DefinitionDraft.write(
                        "drafted",
                        List.of(new Captured(Instant.EPOCH, EMPTY, SenderType.LINK, answers, null)),
                        DefinitionDraftProperties::isEmail)
                .orElseThrow();
    }

    private static FormDefinition read(String text) throws FormFileException {
        return new FormReader(variable -> true).read(new FormFile("drafted", "drafted.yaml", text));
    }
}
