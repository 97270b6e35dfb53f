package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Google Ads, and HighLevel's own workflows. */
class CampaignSendersTest {

    private static final String LEAD = """
            {"lead_id":"%s","user_column_data":[{"column_id":"FULL_NAME","string_value":"Tomo Berisha"},
              {"column_id":"EMAIL","column_name":"User Email","string_value":"tomo@example.com"},
              {"column_id":"PHONE_NUMBER","column_name":"User Phone"}],
             "api_version":"1.0","form_id":40000000001,"campaign_id":20000000001,"google_key":"the-key","is_test":%s,
             "gcl_id":"g1","adgroup_id":0,"creative_id":0}""";

    private static final String WORKFLOW = """
            {"contact_id":"ocQH","first_name":"Nkem","email":"nkem@example.com","phone":"+12125550147","tags":"roof, lead",
             "country":"US","date_created":"2026-11-24T09:59:58.000Z","contact_type":"lead","Wedding Date":"2027-06-01",
             "Sizes":["S","M"],"Photo":{"0b1c":{"meta":{"name":"a.jpg","size":5},"url":"https://files.example.com/a.jpg",
               "documentId":"d1"}},
             "location":{"name":"Workshop","email":"office@example.com","id":"loc1"},
             "user":{"firstName":"Host","email":"host@example.com"},"workflow":{"id":"w1","name":"Out"},"triggerData":{},
             "payment":{"total_amount":5,"customer":{"name":"Payer","email":"payer@example.com"}},
             "contact":{"attributionSource":{"sessionSource":"Paid","url":"https://www.example.com/?utm_source=flyer",
               "utmSource":"first","utmMedium":"cpc","campaign":"spring"},"lastAttributionSource":{}},
             "attributionSource":{},"customData":{"form":"callback","utm_source":"flyer","email":"other@example.com"}}""";

    private final Read google = Read.of(SenderType.GOOGLE_ADS);
    private final Read workflow = Read.of(SenderType.GHL_WORKFLOW);

    @Test
    void google_lead_is_named_by_column_id_and_its_key_is_no_answer() {
        ReceivedAnswers received = google.received(LEAD.formatted("L1", "false"));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("FULL_NAME", List.of("Tomo Berisha")), entry("EMAIL", List.of("tomo@example.com")));
        assertThat(received.eventId()).isEqualTo("L1");
        assertThat(google.asking("google_key").answers(LEAD.formatted("L1", "false")))
                .doesNotContainKey("google_key");
    }

    @Test
    void google_lead_may_be_asked_for_by_column_name() {
        assertThat(google.asking("User Email").answers(LEAD.formatted("L1", "false")))
                .containsOnlyKeys("User Email", "FULL_NAME");
    }

    @Test
    void google_question_of_the_advertiser_is_named_by_its_own_id() {
        assertThat(google.answers("""
                {"lead_id":"L1","user_column_data":[{"column_id":"which_roof?","string_value":"Flat"},
                  {"column_id":"WORK_EMAIL","string_value":"tomo@example.com"}],"google_key":"k"}"""))
                .containsExactly(
                        entry("which_roof?", List.of("Flat")), entry("WORK_EMAIL", List.of("tomo@example.com")));
    }

    @Test
    void google_test_lead_is_ignored() {
        assertThat(google.received(LEAD.formatted("L1", "true")).ignored()).isNotBlank();
    }

    @Test
    void google_body_without_columns_is_malformed() {
        RequestBody keyOnly = Samples.request("{\"google_key\":\"the-key\"}", Samples.JSON);

        assertThatThrownBy(() -> new GoogleAds().read(keyOnly, Questions.NONE))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageNotContaining("the-key");
    }

    @Test
    void workflow_contact_is_read_without_addresses_of_location_and_user() {
        ReceivedAnswers received = workflow.received(WORKFLOW);

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("first_name", List.of("Nkem")),
                        entry("email", List.of("nkem@example.com")),
                        entry("phone", List.of("+12125550147")),
                        entry("country", List.of("US")),
                        entry("Wedding Date", List.of("2027-06-01")),
                        entry("Sizes", List.of("S", "M")),
                        entry("Photo", List.of("https://files.example.com/a.jpg")),
                        entry("tags", List.of("roof", "lead")),
                        entry("form", List.of("callback")),
                        entry("utm_source", List.of("flyer")),
                        entry("customData.email", List.of("other@example.com")),
                        entry("utm_medium", List.of("cpc")),
                        entry("utm_campaign", List.of("spring")));
        assertThat(received.context().pageUrl()).isEqualTo("https://www.example.com/?utm_source=flyer");
        assertThat(received.context().utmSource()).isEqualTo("flyer");
        assertThat(received.files()).isEqualTo(1);
        assertThat(received.eventId()).isNull();
    }

    @Test
    void workflow_custom_data_may_be_asked_for_with_its_prefix() {
        assertThat(workflow.asking("customData.form").answers(WORKFLOW)).containsKey("customData.form");
    }

    @Test
    void workflow_location_is_no_answer_even_if_the_form_asks_for_a_location() {
        assertThat(workflow.asking("location", "user").answers(WORKFLOW))
                .doesNotContainKeys("location.email", "user.email", "location", "user");
    }

    @Test
    void google_test_lead_shows_its_answers_to_a_capture() {
        ReceivedAnswers received = google.received(LEAD.formatted("L1", "true"));

        assertThat(received.ignored()).isNotBlank();
        assertThat(Samples.map(received.answers())).containsOnlyKeys("FULL_NAME", "EMAIL");
    }

    @Test
    void workflow_texts_that_join_others_are_no_answers() {
        String body = WORKFLOW.replace(
                "\"first_name\":\"Nkem\"",
                "\"first_name\":\"Nkem\",\"last_name\":\"Adeyo\",\"full_name\":\"Nkem Adeyo\","
                        + "\"address1\":\"1 Kiln Row\",\"city\":\"Ost\",\"full_address\":\"1 Kiln Row, Ost US\"");

        assertThat(workflow.answers(body)).containsKey("city").doesNotContainKeys("full_name", "full_address");
        assertThat(workflow.asking("full_name").answers(body)).containsEntry("full_name", List.of("Nkem Adeyo"));
        assertThat(workflow.answers(body.replace("Ost US", "Ost 00001"))).containsKey("full_address");
    }

    @Test
    void workflow_custom_field_or_data_does_not_change_a_standard_field() {
        String body = WORKFLOW.replace("\"Wedding Date\"", "\"First Name\"")
                .replace("\"email\":\"other@example.com\"", "\"Email\":\"other@example.com\"");

        assertThat(workflow.asking("first_name", "email").answers(body))
                .containsEntry("first_name", List.of("Nkem"))
                .containsEntry("First Name (2)", List.of("2027-06-01"))
                .containsEntry("email", List.of("nkem@example.com"))
                .containsEntry("customData.Email", List.of("other@example.com"));
    }
}
