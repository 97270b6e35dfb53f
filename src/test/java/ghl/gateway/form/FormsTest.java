package ghl.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.TestClock;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.file.FormFolder;
import ghl.gateway.form.file.FormReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that people edit while the gateway runs. */
class FormsTest {

    @TempDir
    private Path folder;

    private Forms forms;

    @BeforeEach
    void aFormInTheFolder() throws IOException {
        write("quote.yaml", "Quote");
        forms = new Forms(new FormFolder(folder), new FormReader("SECRET"::equals), new TestClock());
        forms.loadFirst(new StartupEvent());
    }

    @Test
    void an_edit_takes_effect() throws IOException {
        write("quote.yaml", "Another quote");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Another quote");
    }

    @Test
    void a_broken_edit_keeps_the_last_good_one_and_is_shown_until_it_is_mended() throws IOException {
        Files.writeString(folder.resolve("quote.yaml"), "answers: {email: {}}\ncontact: {email: '{mail}'}");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms()).singleElement().satisfies(form -> assertThat(form.problems())
                .singleElement()
                .asString()
                .contains("quote.yaml:2: ", "{mail}, which is no answer"));

        write("quote.yaml", "Mended");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Mended");
        assertThat(forms.loadedForms().get(0).problems()).isEmpty();
    }

    @Test
    void an_edit_that_names_a_secret_which_is_not_set_is_a_broken_one() throws IOException {
        String form = "answers: {email: {}}\ncontact: {email: '{email}'}\nsenders:\n  - {type: tally, secretEnv: %s}\n";
        Files.writeString(folder.resolve("quote.yaml"), form.formatted("SECRTE"));
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms().get(0).problems())
                .singleElement()
                .asString()
                .contains("quote.yaml:4: the variable SECRTE is not set");

        Files.writeString(folder.resolve("quote.yaml"), form.formatted("SECRET"));
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::senders).orElseThrow())
                .hasSize(1);
    }

    @Test
    void files_come_and_go() throws IOException {
        write("call.yml", "Call");
        Files.writeString(folder.resolve("notes.txt"), "none of ours");
        forms.reload();
        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("call", "quote");

        Files.delete(folder.resolve("quote.yaml"));
        forms.reload();
        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("call");
        assertThat(forms.find("quote")).isEmpty();
    }

    @Test
    void a_new_file_that_is_wrong_is_no_form_yet() throws IOException {
        Files.writeString(folder.resolve("call.yaml"), "title: Call");
        forms.reload();

        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("quote");
        assertThat(forms.loadedForms())
                .extracting(form -> form.definition() != null)
                .containsExactly(false, true);
    }

    @Test
    void two_files_of_one_name_are_told_and_the_first_is_in_use() throws IOException {
        write("quote.yml", "Second");
        forms.reload();

        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Quote");
        assertThat(forms.loadedForms().get(1).problems())
                .singleElement()
                .asString()
                .contains("keep one of");
    }

    @Test
    void a_folder_that_is_gone_keeps_all_of_them() throws IOException {
        Files.delete(folder.resolve("quote.yaml"));
        Files.delete(folder);
        forms.reload();

        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("quote");
        assertThat(forms.trouble()).contains(folder.toString());

        Files.createDirectory(folder);
        write("quote.yaml", "Back");
        forms.reload();
        assertThat(forms.trouble()).isNull();
        assertThat(forms.find("quote").map(FormDefinition::title)).contains("Back");
    }

    @Test
    void a_file_that_is_no_text_is_named() throws IOException {
        Files.write(folder.resolve("latin.yaml"), new byte[] {'t', ':', ' ', (byte) 0xe9});
        forms.reload();

        assertThat(forms.trouble()).contains("latin.yaml is not in UTF-8");
        assertThat(forms.all()).extracting(FormDefinition::name).containsExactly("quote");
    }

    @Test
    void at_start_everything_must_be_right() throws IOException {
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
