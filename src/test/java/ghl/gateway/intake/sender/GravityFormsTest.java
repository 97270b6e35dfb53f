package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import org.junit.jupiter.api.Test;

class GravityFormsTest {

    private static final String ENTRY = """
            {"id": "413", "form_id": "3", "is_starred": 0, "ip": "203.0.113.9", "user_agent": "Mozilla",
             "source_url": "https:\\/\\/www.example.com\\/contact?utm_source=flyer", "gpdf_61": "https://www.example.com/pdf",
             "is_approved": "3", "submission_speeds": "{\\"pages\\":[1]}", "workflow_final_status": "pending", "any_add_on": "x",
             "1.2": "", "1.3": "Nkem", "5.1": "1", "7.1": "Roof", "7.2": "", "7.3": "Gutter",
             "8": "[\\"Red\\",\\"Blue\\"]", "9": "[\\"https:\\\\\\/\\\\\\/files.example.com\\\\\\/a.jpg\\"]",
             "11": "a:2:{i:0;s:5:\\"Front\\";i:1;s:4:\\"Back\\";}"}""";

    @Test
    void entry_has_the_fields_as_answers_and_nothing_about_itself() {
        ReceivedAnswers received = Samples.read(SenderType.GRAVITY_FORMS, ENTRY, "8");

        assertThat(Samples.map(received.answers()))
                .containsOnly(
                        entry("1.3", List.of("Nkem")),
                        entry("5.1", List.of("1")),
                        entry("7.1", List.of("Roof")),
                        entry("7.3", List.of("Gutter")),
                        entry("8", List.of("Red", "Blue")),
                        entry("9", List.of("https://files.example.com/a.jpg")),
                        entry("11", List.of("Front", "Back")));
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/contact?utm_source=flyer");
        assertThat(received.context().utmSource()).isEqualTo("flyer");
    }

    @Test
    void form_may_ask_for_a_checkbox_as_a_whole_and_for_what_an_add_on_stores() {
        ReceivedAnswers received = Samples.read(SenderType.GRAVITY_FORMS, ENTRY, "7", "gpdf_61");

        assertThat(Samples.map(received.answers()))
                .containsEntry("7", List.of("Roof", "Gutter"))
                .containsEntry("gpdf_61", List.of("https://www.example.com/pdf"));
        assertThat(received.digest())
                .isEqualTo(Samples.read(SenderType.GRAVITY_FORMS, ENTRY).digest());
    }

    @Test
    void chosen_keys_are_kept() {
        assertThat(Samples.answers(
                        SenderType.GRAVITY_FORMS, "{\"email\":\"a@example.com\",\"ip\":\"1\",\"gpdf_6\":\"x\"}"))
                .containsOnlyKeys("email");
    }

    @Test
    void address_of_the_ajax_handler_is_no_page() {
        assertThat(Samples.read(
                                SenderType.GRAVITY_FORMS,
                                "{\"1\":\"a\",\"source_url\":\"https://www.example.com/wp-admin/admin-ajax.php\"}")
                        .context())
                .isNull();
    }
}
