package ghl.gateway.form.mapping;

import static ghl.gateway.submission.check.Checks.FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.file.BuiltInForms;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.form.template.DateText;
import ghl.gateway.form.template.NumberText;
import ghl.gateway.submission.accept.MappedInput;
import ghl.gateway.submission.check.Checks;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormCheck.CheckedForm;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.step.Step;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Any answer is written somewhere, and means the same however it is spelled. */
class FormMappingProperties {

    private static final int TRIES = 100;
    private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

    private static final String FORM = """
            answers:
              name: {label: Your name}
              email: {type: email}
              phone: {type: phone}
              budget: {type: number}
              start: {type: date}
              roof: {type: choice, options: [Slate, Tile]}
              interests: {type: choices, options: [Solar, Gutters]}
              agree: {type: yes_no}
              wish: {type: long_text}
            contact:
              name: "{name}"
              email: "{email}"
              phone: "{phone}"
              timezone: "{name}"
              dateOfBirth: "{start}"
              customFields: {budget: "{budget}", start: "{start}", roof_type: "{roof}", interests: "{interests}"}
            tasks:
              - title: "Call {name.or(email)} {phone.phone} {wish.slug}"
                body: "{start.date} {budget.money('USD')} {interests.lines}"
            notes:
              - title: "{name}"
                body: "{#if agree}Agreed.{/if} {roof.upper} {#if interests.contains('Solar')}Sun!{/if}"
            tags: ["{roof.slug}", "{wish}", "{#if budget.over(10)}rich{/if}"]
            removeTags: ["{name}", "{wish}"]
            consent: {when: "{agree}", text: I agree, channels: [SMS]}
            """;

    private static final List<String> FIELDS = List.of(
            "name",
            "Your name",
            "email",
            "phone",
            "budget",
            "start",
            "roof",
            "interests",
            "agree",
            "wish",
            "Unknown?",
            "{x}");

    private static final FormCheck CHECK = Checks.formCheck();
    private final FormMapping mapping = new FormMapping(CHECK);
    private final FormDefinition form = form(FORM);

    @Property(tries = TRIES)
    void any_answers_become_a_plan(@ForAll("anything") Map<String, List<String>> received) {
        assertThat(plan(answers(received))).isNotEmpty();
    }

    @Property(tries = TRIES)
    void every_answer_is_written_somewhere(@ForAll("anything") Map<String, List<String>> received) {
        Answers answers = answers(received);

        String written = written(plan(answers));

        for (String name : answers.names()) {
            if (!name.equals("agree")) {
                answers.values(name).forEach(value -> assertThat(written).contains(trace(value)));
            }
        }
    }

    @Example
    void words_beside_a_phone_number_are_in_the_note() {
        for (String answer : List.of("+1 212 555 0101 x77", "call after 17h: +12125550101", "+12125550101, ext 5")) {
            List<Step> plan = plan(answers(Map.of("phone", List.of(answer))));

            assertThat(plan)
                    .filteredOn(Step.AddNote.class::isInstance)
                    .extracting(step -> ((Step.AddNote) step).draft().body())
                    .anyMatch(body -> body.contains(answer));
        }
    }

    @Property(tries = TRIES)
    void number_is_read_alike_however_its_country_writes_it(
            @ForAll @LongRange(min = -999_999_999, max = 999_999_999) long cents,
            @ForAll("languages") Locale language,
            @ForAll("currencies") String currency) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        String answer = currency + format.format(BigDecimal.valueOf(cents, 2));

        assertThat(NumberText.parse(answer, language::getCountry))
                .as(answer)
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(BigDecimal.valueOf(cents, 2)));
    }

    @Property(tries = TRIES)
    void number_is_read_alike_again(@ForAll("numbers") String answer, @ForAll("languages") Locale language) {
        Optional<String> canonical = NumberText.canonical(answer, language::getCountry);

        canonical.ifPresent(number -> {
            assertThat(new BigDecimal(number))
                    .isEqualByComparingTo(
                            NumberText.parse(answer, language::getCountry).orElseThrow());
            assertThat(NumberText.parse(number, language::getCountry).orElseThrow())
                    .isEqualByComparingTo(new BigDecimal(number));
        });
    }

    @Property(tries = TRIES)
    void date_is_read_alike_however_its_country_writes_it(
            @ForAll @IntRange(max = 80_000) int days, @ForAll("languages") Locale language) {
        LocalDate date = LocalDate.of(1950, 1, 1).plusDays(days);
        for (FormatStyle style : List.of(FormatStyle.LONG, FormatStyle.FULL)) {
            String answer = DateTimeFormatter.ofLocalizedDate(style)
                    .withLocale(language)
                    .format(date);

            assertThat(DateText.parse(answer, language::getCountry)).as(answer).contains(date);
        }
    }

    @Property(tries = TRIES)
    void decorated_name_is_the_same_name(
            @ForAll("names") String name, @ForAll("decorations") String before, @ForAll("marks") String after) {
        assertThat(AnswerNames.normalize(before + name.toUpperCase(Locale.ROOT) + after))
                .isEqualTo(AnswerNames.normalize(name));
    }

    @Property(tries = TRIES)
    void yes_or_no_is_never_guessed(@ForAll("names") String text) {
        String word = "zz" + text;

        assertThat(YesNo.of(List.of(word), List.of())).isEqualTo(YesNo.UNCLEAR);
        assertThat(YesNo.of(List.of(word), List.of(word + "."))).isEqualTo(YesNo.YES);
    }

    @Property(tries = TRIES)
    void answer_that_looks_like_a_template_is_not_rendered(@ForAll("templates") String answer) {
        List<Step> plan = plan(answers(Map.of("email", List.of("ada@example.com"), "name", List.of(answer))));

        Step.AddTask task = (Step.AddTask)
                plan.stream().filter(Step.AddTask.class::isInstance).findFirst().orElseThrow();
        assertThat(task.draft().title()).isEqualTo("Call " + answer);
    }

    @Property(tries = TRIES)
    void oversized_answers_are_truncated_with_a_warning(@ForAll("huge") Map<String, List<String>> received) {
        Answers answers = answers(received);
        MappedInput read = map(answers);

        assertThat(planOf(read)).isNotEmpty();
        assertThat(read.warnings()).extracting(warning -> warning.code()).contains("ANSWERS_CUT");
    }

    @Example
    void business_day_skips_the_weekend_in_the_locations_time_zone() throws FormFileException, IOException {
        FormFile file = new BuiltInForms()
                .read().stream()
                        .filter(box -> box.form().equals("service-request"))
                        .findFirst()
                        .orElseThrow();
        Instant fridayNight = Instant.parse("2026-11-21T04:30:00Z");
        Answers answers = answers(
                Map.of("name", List.of("Ada"), "email", List.of("ada@example.com"), "service", List.of("kitchen")));

        MappedInput read = mapping.map(
                new FormReader(variable -> true).read(file), answers, SubmitFormInput.EMPTY, true, FACTS, fridayNight);

        List<Step> plan = CHECK.check(read.input(), read.purpose(), "loc", FACTS, fridayNight)
                .plan()
                .steps();
        assertThat(plan.stream().filter(Step.AddTask.class::isInstance).map(step -> ((Step.AddTask) step).draft()))
                .as("it is Saturday in UTC, and Friday still in New York")
                .extracting(task -> task.dueDate().toString())
                .containsExactly("2026-11-23T14:00:00Z");
    }

    @Example
    void all_notes_of_the_caller_are_kept() {
        List<NoteInput> notes = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> new NoteInput("note " + number, null, null, null, null))
                .toList();
        SubmitFormInput caller = SubmitFormInput.EMPTY.withNotes(notes);

        List<Step> plan = planOf(
                mapping.map(form, answers(Map.of("email", List.of("ada@example.com"))), caller, true, FACTS, NOW));

        assertThat(plan.stream().filter(Step.AddNote.class::isInstance)).hasSize(50);
    }

    @Example
    void answer_that_is_printed_too_often_is_in_the_note_instead() {
        String wish = "A long wish. ".repeat(1_500);
        FormDefinition repeating = form("""
                answers: {email: {type: email}, wish: {type: long_text}}
                contact: {email: "{email}"}
                tags: [fixed, "%1$s"]
                tasks: [{title: "%1$s", body: "%1$s"}]
                """.formatted("{wish.lower}".repeat(1_000)));

        MappedInput read = mapping.map(
                repeating,
                answers(Map.of("email", List.of("ada@example.com"), "wish", List.of(wish))),
                SubmitFormInput.EMPTY,
                true,
                FACTS,
                NOW);

        List<Step> plan = planOf(read);
        assertThat(read.warnings()).extracting(warning -> warning.code()).containsExactly("ANSWERS_CUT");
        assertThat(plan)
                .extracting(step -> step.kind().name())
                .containsExactly("UPSERT_CONTACT", "ADD_TAGS", "ADD_NOTE");
        assertThat(written(plan)).contains(trace("wish: " + wish));
    }

    @Example
    void consent_and_opt_out_are_kept_when_texts_are_left_out() {
        FormDefinition repeating = form("""
                answers: {email: {type: email}, agree: {type: yes_no}, wish: {type: long_text}}
                contact: {email: "{email}"}
                tasks: [{title: "%s"}]
                consent: {when: "{agree}", text: I agree, channels: [SMS]}
                dnd: {when: "{agree}"}
                """.formatted("{wish.lower}".repeat(1_000)));

        MappedInput read = mapping.map(
                repeating,
                answers(Map.of(
                        "email",
                        List.of("ada@example.com"),
                        "agree",
                        List.of("yes"),
                        "wish",
                        List.of("A long wish. ".repeat(1_500)))),
                SubmitFormInput.EMPTY,
                true,
                FACTS,
                NOW);

        assertThat(read.warnings()).extracting(warning -> warning.code()).containsExactly("ANSWERS_CUT");
        assertThat(read.input().consent()).isNotNull();
        assertThat(read.input().contact().dnd()).contains(true);
    }

    @Example
    void long_address_of_the_page_is_shortened_in_texts() {
        FormDefinition printing = form("""
                answers: {email: {type: email}}
                contact: {email: "{email}"}
                notes: [{body: "%s"}]
                """.formatted("{context:pageUrl} ".repeat(10)));
        SubmissionContextInput context =
                new SubmissionContextInput("https://example.com/" + "x".repeat(900_000), null, null, null, null, null);

        MappedInput read = mapping.map(
                printing,
                answers(Map.of("email", List.of("ada@example.com"))),
                SubmitFormInput.EMPTY.withContext(context),
                true,
                FACTS,
                NOW);

        assertThat(read.input().notes()).singleElement().satisfies(note -> assertThat(note.body())
                .hasSizeBetween(20_000, 20_010));
    }

    @Example
    void answers_have_at_most_1000_values() {
        List<String> values =
                IntStream.range(0, 5_000).mapToObj(String::valueOf).toList();

        Answers answers = answers(Map.of("interests", values, "name", List.of("Ada")));

        assertThat(answers.names().stream().flatMap(name -> answers.values(name).stream()))
                .hasSize(1_000);
        assertThat(map(answers).warnings())
                .extracting(warning -> warning.code())
                .contains("ANSWERS_CUT", "ANSWER_MISPLACED");
    }

    @Example
    void receipt_has_at_most_100_warnings() {
        FormDefinition demanding = form("""
                answers: {email: {type: email}, %s}
                contact: {email: "{email}"}
                """.formatted(IntStream.range(0, 199)
                .mapToObj(number -> "a" + number + ": {required: true}")
                .collect(Collectors.joining(", "))));

        MappedInput read =
                mapping.map(demanding, answers(Map.of("x", List.of("y"))), SubmitFormInput.EMPTY, false, FACTS, NOW);

        assertThat(read.warnings())
                .hasSize(91)
                .extracting(warning -> warning.code())
                .endsWith("ANSWER_MISSING", "WARNINGS_OMITTED", "NO_IDENTIFIER");
    }

    @Example
    void tag_that_the_caller_adds_in_another_case_is_not_removed() {
        SubmitFormInput caller = SubmitFormInput.EMPTY.withTags(List.of("ADA"));

        MappedInput read = mapping.map(
                form,
                answers(Map.of("email", List.of("ada@example.com"), "name", List.of("Ada"), "wish", List.of("Sun"))),
                caller,
                true,
                FACTS,
                NOW);

        assertThat(read.input().remove().tags()).containsExactly("Sun");
    }

    @Provide
    Arbitrary<Map<String, List<String>>> anything() {
        return Arbitraries.maps(
                        Arbitraries.of(FIELDS), texts().list().ofMinSize(1).ofMaxSize(3))
                .ofMinSize(1);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> huge() {
        Arbitrary<String> endless = Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(50)
                .filter(text ->
                        !Answers.builder().add("x", text).build().names().isEmpty())
                .map(text -> text.repeat(20_001 / text.length() + 1000));
        return Arbitraries.maps(
                        Arbitraries.of(FIELDS), endless.list().ofMinSize(1).ofMaxSize(3))
                .ofMinSize(1);
    }

    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(
                        "en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "it-IT", "es-ES", "pt-BR", "nl-NL", "sv-SE",
                        "pl-PL")
                .map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("", "EUR ", "€", "$", "CHF ", "R$ ");
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withChars("0123456789.,' -€")
                .ofMinLength(1)
                .ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcxyzäöé çñ0123456789?-_")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<String> decorations() {
        return Arbitraries.of("", " ", "\u00A0", "\uFEFF", "\u200B ", "\t");
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of("", "*", " *", ":", " * :", "\uFF1A", "\u00A0*", "[]", " []", "\u200D");
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(
                        "{name}",
                        "{#if email}",
                        "{/if}",
                        "{email.slug}",
                        "{cdi:forms}",
                        "{inject:x}",
                        "{!",
                        "!}",
                        "{|",
                        "|}",
                        "\\{",
                        "{{",
                        "}}",
                        "{",
                        "}",
                        "${x}",
                        "{#eval 'a' /}",
                        "{config:y}",
                        "<b>")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    /** Ordinary, random and malicious texts. */
    private static Arbitrary<String> texts() {
        Arbitrary<String> usual = Arbitraries.of(
                "Ada",
                "ada@example.com",
                "ada@@example",
                "+12125550101",
                "555",
                "$1,250.50",
                "1e9",
                "2027-01-31",
                "31.01.27",
                "Slate",
                "Thatch",
                "Solar",
                "yes",
                "no",
                "Straße 5",
                "<script>alert(1)</script>",
                "=1+1",
                "{name}",
                "'; --");
        Arbitrary<String> unicode = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> endless =
                Arbitraries.strings().alpha().ofMinLength(200).ofMaxLength(3_000);
        return Arbitraries.oneOf(usual, unicode, endless, Arbitraries.of("", " ", "\\n\\t"));
    }

    private List<Step> plan(Answers answers) {
        return planOf(map(answers));
    }

    private MappedInput map(Answers answers) {
        SubmitFormInput caller = SubmitFormInput.EMPTY;
        return mapping.map(form, answers, caller, false, FACTS, NOW);
    }

    private static List<Step> planOf(MappedInput read) {
        assertThat(read.userErrors()).isEmpty();
        CheckedForm checked = CHECK.check(read.input(), read.purpose(), "loc", FACTS, NOW);
        assertThat(checked.userErrors()).isEmpty();
        return checked.plan().steps();
    }

    /** All texts of a plan, joined. */
    private static String written(List<Step> plan) {
        return plan.stream()
                .map(Step::toString)
                .map(FormMappingProperties::trace)
                .collect(Collectors.joining("\n"));
    }

    /** The letters and digits of a text, which survive any formatting. */
    private static String trace(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Answers answers(Map<String, List<String>> received) {
        Answers.Builder answers = Answers.builder();
        received.forEach((name, values) -> values.forEach(value -> answers.add(name, value)));
        return answers.build();
    }

    private static FormDefinition form(String yaml) {
        try {
            return new FormReader(variable -> true).read(new FormFile("test", "test.yaml", yaml));
        } catch (FormFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
