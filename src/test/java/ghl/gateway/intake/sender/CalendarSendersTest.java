package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarSendersTest {

    private static final String BOOKING = """
            {"event":"%s","created_by":"https://api.example.com/users/U","payload":{"name":"Nkem Adeyo","first_name":null,
             "last_name":null,"email":"nkem@example.com","text_reminder_number":"+12125550147","status":"active",
             "questions_and_answers":[{"question":"What is it about?","answer":"A roof","position":0},
              {"question":"Anything else?","answer":"","position":1}],
             "tracking":{"utm_source":"flyer","utm_medium":null,"salesforce_uuid":"s"},"rescheduled":false,
             "old_invitee":%s,"uri":"https://api.example.com/invitees/I2",
             "scheduled_event":{"name":"Call","start_time":"2026-11-25T09:00:00Z","uri":"https://api.example.com/E",
              "event_memberships":[{"user_email":"host@example.com","user_name":"The Host"}]}}}""";

    private static final String CAL_COM = """
            {"triggerEvent":"%s","createdAt":"2026-11-24T09:59:58.538Z","payload":{"title":"30min",
             "startTime":"2026-11-25T09:30:00Z","organizer":{"name":"The Host","email":"host@example.com"},
             "responses":{"name":{"label":"your_name","value":{"firstName":"Ilse","lastName":"Quandt"},"isHidden":false},
              "email":{"label":"email_address","value":"ilse@example.com"},
              "location":{"label":"location","value":{"optionValue":"","value":"inPerson"}},
              "notes":{"label":"additional_notes"},
              "guests":{"label":"additional_guests","value":["friend@example.com"]},
              "topics":{"label":"What about?","value":["Roof","Gutter"]}},
             "userFieldsResponses":{"topics":{"label":"What about?","value":["Roof","Gutter"]}},
             "attendees":[{"email":"ilse@example.com","name":"Ilse Quandt"}],"uid":"bFJe","metadata":{"utm_source":"flyer",
              "videoCallUrl":"https://example.com/v"}}}""";

    private final Read calendly = Read.of(SenderType.CALENDLY);
    private final Read calCom = Read.of(SenderType.CAL_COM);

    @Test
    void calendly_booking_is_read_without_the_hosts_address() {
        ReceivedAnswers received = calendly.received(BOOKING.formatted("invitee.created", "null"));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("name", List.of("Nkem Adeyo")),
                        entry("email", List.of("nkem@example.com")),
                        entry("text_reminder_number", List.of("+12125550147")),
                        entry("What is it about?", List.of("A roof")),
                        entry("scheduled_event.name", List.of("Call")),
                        entry("scheduled_event.start_time", List.of("2026-11-25T09:00:00Z")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.eventId()).isEqualTo("https://api.example.com/invitees/I2");
        assertThat(received.context().utmSource()).isEqualTo("flyer");
    }

    @Test
    void calendly_parts_of_the_name_do_not_repeat_it() {
        String body = BOOKING.formatted("invitee.created", "null")
                .replace("\"first_name\":null", "\"first_name\":\"Nkem\"")
                .replace("\"last_name\":null", "\"last_name\":\"Adeyo\"");

        assertThat(calendly.answers(body)).containsKey("name").doesNotContainKeys("first_name", "last_name");
        assertThat(calendly.asking("first_name").answers(body)).containsKey("first_name");
    }

    @Test
    void cal_com_video_conference_is_no_answer() {
        String body = CAL_COM.formatted("BOOKING_CREATED").replace("inPerson", "integrations:daily");

        assertThat(calCom.answers(body)).doesNotContainKey("location");
        assertThat(calCom.asking("location").answers(body)).containsEntry("location", List.of("integrations:daily"));
    }

    @Test
    void calendly_rescheduled_booking_is_an_event_of_its_own() {
        String first = "https://api.example.com/invitees/I1";

        ReceivedAnswers received = calendly.received(BOOKING.formatted("invitee.created", "\"" + first + "\""));

        assertThat(received.eventId()).isEqualTo("https://api.example.com/invitees/I2");
        assertThat(received.answers().values("scheduled_event.start_time")).containsExactly("2026-11-25T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitee.canceled", "invitee_no_show.created", "invitee_no_show.deleted"})
    void calendly_event_that_is_no_new_booking_is_ignored(String event) {
        ReceivedAnswers received = calendly.received(BOOKING.formatted(event, "null"));

        assertThat(received.ignored()).isNotBlank();
        assertThat(received.answers().names()).isEmpty();
    }

    @Test
    void calendly_routing_form_is_read() {
        ReceivedAnswers received = calendly.received("""
                {"event":"routing_form_submission.created","payload":{"uri":"https://api.example.com/routing/1",
                 "questions_and_answers":[{"question_uuid":"u","question":"Your email","answer":"nkem@example.com"}],
                 "tracking":{"utm_campaign":"spring"},"submitter":null,"submitter_type":null}}""");

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("Your email", List.of("nkem@example.com")), entry("utm_campaign", List.of("spring")));
        assertThat(received.eventId()).isEqualTo("https://api.example.com/routing/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOKING_CREATED", "BOOKING_REQUESTED"})
    void cal_com_booking_is_read_without_addresses_of_others(String event) {
        ReceivedAnswers received = calCom.received(CAL_COM.formatted(event));

        assertThat(Samples.map(received.answers()))
                .containsExactly(
                        entry("name.firstName", List.of("Ilse")),
                        entry("name.lastName", List.of("Quandt")),
                        entry("email", List.of("ilse@example.com")),
                        entry("location", List.of("inPerson")),
                        entry("topics", List.of("Roof", "Gutter")),
                        entry("startTime", List.of("2026-11-25T09:30:00Z")),
                        entry("utm_source", List.of("flyer")));
        assertThat(received.eventId()).isEqualTo("bFJe");
        assertThat(calCom.asking("What about?").answers(CAL_COM.formatted(event)))
                .containsEntry("What about?", List.of("Roof", "Gutter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING", "BOOKING_CANCELLED", "BOOKING_RESCHEDULED", "MEETING_ENDED", "BOOKING_REJECTED"})
    void cal_com_event_that_is_no_new_booking_is_ignored(String event) {
        assertThat(calCom.received(CAL_COM.formatted(event)).ignored()).isNotBlank();
    }

    @Test
    void cal_com_booking_without_responses_names_its_first_attendee() {
        assertThat(calCom.answers("""
                {"triggerEvent":"BOOKING_CREATED","payload":{"organizer":{"email":"host@example.com"},
                 "attendees":[{"email":"ilse@example.com","name":"Ilse"},{"email":"friend@example.com"}],"uid":"u"}}"""))
                .containsExactly(entry("name", List.of("Ilse")), entry("email", List.of("ilse@example.com")));
    }

    @Test
    void cal_com_body_of_a_custom_template_is_flattened() {
        assertThat(calCom.answers("{\"person\":\"Ilse\"}")).containsExactly(entry("person", List.of("Ilse")));
    }

    @Test
    void calendly_question_does_not_change_what_the_invitee_is_called() {
        String body = BOOKING.formatted("invitee.created", "null")
                .replace("\"first_name\":null", "\"first_name\":\"Nkem\"")
                .replace("What is it about?", "Name")
                .replace("\"answer\":\"A roof\"", "\"answer\":\"Company Rep\"")
                .replace(
                        "\"question\":\"Anything else?\",\"answer\":\"\"",
                        "\"question\":\"First name\",\"answer\":\"x\"");

        assertThat(calendly.asking("name", "first_name").answers(body))
                .containsEntry("name", List.of("Nkem Adeyo"))
                .containsEntry("Name (2)", List.of("Company Rep"))
                .containsEntry("first_name", List.of("Nkem"))
                .containsEntry("First name (2)", List.of("x"));
    }

    @Test
    void cal_com_question_with_the_label_of_another_ones_slug_is_an_answer_of_its_own() {
        String body = CAL_COM.formatted("BOOKING_CREATED")
                .replace("\"label\":\"What about?\"", "\"label\":\"Email\"")
                .replace("\"topics\":{", "\"your-email\":{");

        assertThat(calCom.asking("email").answers(body))
                .containsEntry("email", List.of("ilse@example.com"))
                .containsEntry("your-email", List.of("Roof", "Gutter"));
    }
}
