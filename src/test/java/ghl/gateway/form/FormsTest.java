package ghl.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ghl.gateway.fixture.TestClock;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.file.FormFolder;
import ghl.gateway.form.file.FormReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Form files edited while the gateway runs. */
class FormsTest {

    @TempDir
    private Path folder;

    private Forms forms;

    @BeforeEach
    void createForm() throws IOException {
        write("quote.yaml", "Quote");
        forms = new Forms(new FormFolder(folder), new FormReader("SECRET"::equals), new TestClock());
        forms.loadFirst(new StartupEvent());
    }

    @Test
    void edit_takes_effect() throws IOException {
        write("quote.yaml", "Another quote");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Another quote");
    }

    @Test
    void invalid_edit_keeps_last_valid_definition_and_is_reported_until_fixed() throws IOException {
        Files.writeString(folder.resolve("quote.yaml"), "answers: {email: {}}\ncontact: {email: '{mail}'}");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms()).singleElement().satisfies(form -> assertThat(form.problems())
                .singleElement()
                .asString()
                .contains("quote.yaml:2: ", "{mail}, which is not an answer"));

        write("quote.yaml", "Fixed");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Fixed");
        assertThat(forms.loadedForms().get(0).problems()).isEmpty();
    }

    @Test
    void edit_that_names_an_unset_secret_is_invalid() throws IOException {
        String form = "answers: {email: {}}\ncontact: {email: '{email}'}\nsenders:\n  - {type: tally, secretEnv: %s}\n";
        Files.writeString(folder.resolve("quote.yaml"), form.formatted("SECRTE"));
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms().get(0).problems())
                .singleElement()
                .asString()
                .contains("quote.yaml:4: environment variable SECRTE is not set");

        Files.writeString(folder.resolve("quote.yaml"), form.formatted("SECRET"));
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::senders).orElseThrow())
                .hasSize(1);
    }

    @Test
    void files_can_be_added_and_deleted() throws IOException {
        write("call.yml", "Call");
        Files.writeString(folder.resolve("notes.txt"), "not a form");
        forms.reload();
        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("call", "quote");

        Files.delete(folder.resolve("quote.yaml"));
        forms.reload();
        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("call");
        assertThat(forms.find("quote")).isEmpty();
    }

    @Test
    void invalid_new_file_defines_no_form() throws IOException {
        Files.writeString(folder.resolve("call.yaml"), "title: Call");
        forms.reload();

        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("quote");
        assertThat(forms.loadedForms())
                .extracting(form -> form.definition() != null)
                .containsExactly(false, true);
    }

    @Test
    void second_file_for_a_form_is_reported_and_first_stays_in_use() throws IOException {
        write("quote.yml", "Second");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms().get(1).problems())
                .singleElement()
                .asString()
                .contains("keep only one of");
    }

    @Test
    void deleted_folder_keeps_all_definitions() throws IOException {
        Files.delete(folder.resolve("quote.yaml"));
        Files.delete(folder);
        forms.reload();

        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("quote");
        assertThat(forms.readError()).contains(folder.toString());

        Files.createDirectory(folder);
        write("quote.yaml", "Back");
        forms.reload();
        assertThat(forms.readError()).isNull();
        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Back");
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void hostile_file_is_an_error_of_that_file_only(byte[] content, String message) throws IOException {
        Files.write(folder.resolve("hostile.yaml"), content);
        forms.reload();
        write("quote.yaml", "Edited later");
        forms.reload();

        assertThat(forms.loadedForms().get(0).problems())
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem.toString()).contains("hostile.yaml:").hasSizeLessThan(1000));
        assertThat(forms.loadedForms().get(0).problems().toString()).contains(message);
        assertThat(forms.find("hostile")).isEmpty();
        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Edited later");
        assertThat(forms.readError()).isNull();
    }

    static List<Arguments> hostileFiles() {
        String form = "answers: {email: {}}\ncontact: {email: '{email}'}\n";
        return List.of(
                arguments(new byte[] {'t', ':', ' ', (byte) 0xe9}, "is not UTF-8 text"),
                arguments(bytes("title: !!binary aGVsbG8=\n" + form), ""),
                arguments(bytes("!!binary aGVsbG8=: x\n" + form), ""),
                arguments(bytes("tags: [!!binary aGVsbG8=]\n" + form), ""),
                arguments(bytes("!!binary aGVsbG8="), ""),
                arguments(bytes("title: !!binary '%%%'\n" + form), ""),
                arguments(
                        bytes("title: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://x']]\n" + form), ""),
                arguments(bytes("title: a\u0000b\n" + form), ""),
                arguments(bytes("title: 1\ntitle: 2\n" + form), ""),
                arguments(bytes("tags: " + "[".repeat(100_000) + "\n" + form), ""),
                arguments(bytes("tags: " + "{a: ".repeat(10_000) + "\n" + form), ""),
                arguments(bytes("title: '" + "{#if email}".repeat(20_000) + "'\n" + form), ""),
                arguments(bytes("tags: ['" + "{#if email}".repeat(20_000) + "']\n" + form), ""),
                arguments(bytes("&a [*a]: *a\n" + form), ""),
                arguments(bytes("tags: &a [x, *a, *a]\n<<: *a\n" + form), ""),
                arguments(bytes("x: " + "1".repeat(900_000) + "\n" + form), ""),
                arguments(bytes("title: ." + "9".repeat(900_000) + "e999999999\n" + form), ""),
                arguments(bytes("%YAML 9.9\n---\n" + form), ""),
                arguments(bytes("# " + "x".repeat(1024 * 1024) + "\n" + form), "is larger than 1048576 bytes"),
                arguments(bytes(""), ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void unreadable_file_keeps_its_last_valid_definition() throws IOException {
        Files.write(folder.resolve("quote.yaml"), new byte[] {'t', ':', ' ', (byte) 0xe9});
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms().get(0).problems())
                .singleElement()
                .asString()
                .contains("quote.yaml:1: is not UTF-8 text");
    }

    @Test
    void invalid_file_prevents_startup() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "answers: {email: {}}\n");
        Forms others = new Forms(new FormFolder(folder), new FormReader("SECRET"::equals), new TestClock());

        assertThatThrownBy(() -> others.loadFirst(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("broken.yaml:1: must have contact");
    }

    private void write(String name, String title) throws IOException {
        Files.writeString(
                folder.resolve(name), "title: " + title + "\nanswers: {email: {}}\ncontact: {email: '{email}'}\n");
    }
}
