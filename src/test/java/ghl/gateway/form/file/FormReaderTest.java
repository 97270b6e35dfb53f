package ghl.gateway.form.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid form definition files, and the messages for invalid ones. */
class FormReaderTest {

    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final String LEAST = "answers: {email: {}}\ncontact: {email: '{email}'}\n";

    private final FormReader reader = new FormReader(variable -> true);

    @Test
    void built_in_forms_are_valid() throws IOException, FormFileException {
        List<FormFile> files = new BuiltInForms().read();

        for (FormFile file : files) {
            assertThat(reader.read(file).name()).isEqualTo(file.form());
        }
        assertThat(files).extracting(FormFile::form).contains("demo", "lead-capture", "erase-me");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitionsOfTheDocumentation")
    void definitions_in_docs_and_examples_are_valid(String place, String definition) throws FormFileException {
        String whole = definition.startsWith("senders:") ? LEAST + definition : definition;

        assertThat(reader.read(file(whole)).answers()).as(place).isNotEmpty();
    }

    private static List<Arguments> definitionsOfTheDocumentation() throws IOException {
        List<Arguments> definitions = new ArrayList<>();
        for (Path path : files("docs", ".md")) {
            Matcher block = YAML_BLOCK.matcher(Files.readString(path));
            for (int number = 1; block.find(); number++) {
                definitions.add(arguments(path + ", block " + number, block.group(1)));
            }
        }
        for (Path path : files("examples", ".yaml")) {
            definitions.add(arguments(path.toString(), Files.readString(path)));
        }
        assertThat(definitions).hasSizeGreaterThan(10);
        return definitions;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void minimal_form_gets_defaults() throws FormFileException {
        FormDefinition form = reader.read(file("answers: {email: {}}\ncontact: {email: '{email}'}"));

        assertThat(form.name()).isEqualTo("test");
        assertThat(form.title()).isEqualTo("test");
        assertThat(form.locationId()).isNull();
        assertThat(form.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.type().name()).isEqualTo("TEXT");
            assertThat(answer.label()).isEqualTo("email");
            assertThat(answer.required()).isFalse();
        });
        assertThat(form.senders()).isEmpty();
    }

    @Test
    void senders_with_all_settings_are_read() throws FormFileException {
        FormDefinition form = reader.read(file("""
                answers: {email: {from: [Your e-mail]}}
                contact: {email: "{email}"}
                senders:
                  - type: gravity-forms
                    secretEnv: GRAVITY_SECRET
                    options: {header: X-Signature}
                  - type: public
                    origins: [https://www.example.com]
                    next: [https://www.example.com/thanks]
                    guard:
                      honeypot: website
                      minimumFillTime: PT3S
                      perMinute: 5
                      captcha: {secretEnv: CAPTCHA_SECRET, answer: cf-turnstile-response}
                """));

        SenderDefinition gravity = form.sender(SenderType.GRAVITY_FORMS).orElseThrow();
        assertThat(gravity.secretEnv()).isEqualTo("GRAVITY_SECRET");
        assertThat(gravity.options()).containsEntry("header", "X-Signature");
        SenderDefinition pages = form.sender(SenderType.PUBLIC).orElseThrow();
        assertThat(pages.origins()).containsExactly("https://www.example.com");
        assertThat(pages.guard().minimumFillTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(pages.guard().perMinute()).isEqualTo(5);
        assertThat(pages.guard().captcha().secretEnv()).isEqualTo("CAPTCHA_SECRET");
        assertThat(form.answer("email").orElseThrow().from()).containsExactly("Your e-mail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'tags: [\"{nmae}\"]' | 7 | {nmae}, which is not an answer of this form. Its answers are name, email",
                "'tasks: [{title: x, dueIn: soon}]' | 7 | dueIn is not a duration: give P1D",
                "'tasks: [{body: x}]' | 7 | tasks[0] must have title",
                "'notes: [{body: {email}}]' | 7 | put quotes around text that begins with {",
                "'tag: [x]' | 7 | has no field tag: use one of title, location, answers, contact",
                "'tags: x' | 7 | tags must be a list",
                "'erase: true\ntags: [x]' | 8 | tags cannot be combined with erase",
                "'erase: false' | 7 | erase must be true or be omitted",
                "'title: a\ntitle: b' | 8 | Duplicate field 'title'",
                "'title: [' | 7 | is not valid YAML",
                "'tasks: [{title: Really: yes}]' | 7 | Put a text that contains ?, :, #, a comma or brackets in quotes",
                "'location: two words' | 7 | location does not accept \"two words\"",
                "'senders: [{type: powr}]' | 7 | must be one of typeform, tally",
                "'senders: [{type: link, secret: hush}]' | 7 | has no field secret: use one of type, secretEnv",
                "'senders: [{type: public, guard: {honeypot: name}}]' | 7 | honeypot name is also an answer",
                "'senders: [{type: public, origins: [https://WWW.example.com]}]' | 7 | \": Origins of the pages that may submit",
                "'senders: [{type: public, next: [\"https://\"]}]' | 7 | \": URL prefixes to which a plain HTML form",
                "'senders: [{type: public, guard: {minimumFillTime: 3s}}]' | 7 | does not accept \"3s\": Submissions sent faster",
                "'senders: [{type: link}, {type: link}]' | 7 | repeats a sender type",
                "'consent: {text: Yes, channels: [LETTER]}' | 7 | must be one of CALL, EMAIL"
            })
    void mistake_is_reported_with_its_line_and_fix(String mistake, int line, String message) {
        String text = """
                title: Test
                answers:
                  name: {}
                  email: {type: email}
                contact:
                  email: "{email}"
                """ + mistake.replace("\\n", "\n") + "\n";
        String withoutTitle = mistake.startsWith("title") ? text.replaceFirst("title: Test", "#") : text;

        FormFileException failure =
                catchThrowableOfType(FormFileException.class, () -> reader.read(file(withoutTitle)));

        assertThat(failure).hasMessageContaining("test.yaml:" + line + ": ").hasMessageContaining(message);
    }

    @Test
    void labels_that_senders_cannot_tell_apart_are_a_problem() {
        FormFileException failure = catchThrowableOfType(FormFileException.class, () -> reader.read(file("""
                answers:
                  email: {label: E-Mail}
                  second: {label: "e-mail *"}
                contact: {email: "{email}"}
                """)));

        assertThat(failure)
                .hasMessageContaining("test.yaml:3: ")
                .hasMessageContaining("second has the same label as email");
    }

    @Test
    void all_problems_are_reported_at_once() {
        FormFileException failure = catchThrowableOfType(FormFileException.class, () -> reader.read(file("""
                answers:
                  email: {}
                contact:
                  email: "{emial}"
                tags:
                  - "{email.slug"
                  - "{email.sulg}"
                """)));

        assertThat(failure.problems()).extracting(FormProblem::line).containsExactly(4, 6, 7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | must have at least answers: and contact:",
                "'- a' | must have at least answers: and contact:",
                "'answers: {email: {}}' | must have contact",
                "'{answers: {email: {}}, contact: {firstName: x}}' | must have email or phone",
                "'{answers: {e-mail: {}}, contact: {email: x}}' | answers has the invalid name e-mail: use only letters, digits and _",
                "'{answers: {a: {options: [x]}}, contact: {email: x}}' | must have type",
                "'{answers: {a: {}}, contact: {policy: UPDATE_ONLY, email: x, gender: y}}' | UPDATE_ONLY"
            })
    void file_that_is_not_a_form_is_rejected(String text, String message) {
        assertThat(catchThrowableOfType(FormFileException.class, () -> reader.read(file(text))))
                .hasMessageContaining(message);
    }

    private static FormFile file(String text) {
        return new FormFile("test", "test.yaml", text);
    }
}
