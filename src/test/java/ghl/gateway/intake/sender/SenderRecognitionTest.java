package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body tells its sender by what is always there: these contain not one answer. */
class SenderRecognitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ELEMENTOR | {"form_id":"9de22fa","form_name":"New Form"}
            ELEMENTOR | {"form":{"id":"9de22fa","name":"F"},"fields":{"a":{"id":"a","type":"text"}}}
            FLUENT_FORMS | {"__submission":{"id":"91"}}
            CONTACT_FORM_7 | {"_wpcf7_unit_tag":"wpcf7-f1"}
            CONTACT_FORM_7 | {"photo":[{"filename":"a.jpg","content":"QUFB"}]}
            GOOGLE_ADS | {"lead_id":"L1","user_column_data":[],"google_key":"k"}
            FORMSPREE | {"form":"f","submission":{},"keys":[]}
            CALENDLY | {"event":"invitee.canceled","payload":{}}
            CALENDLY | {"event":"routing_form_submission.created","payload":{}}
            CAL_COM | {"triggerEvent":"PING","payload":{}}
            NETLIFY | {"data":{},"human_fields":{},"site_url":"https://x","form_id":"f","form_name":"n"}
            FILLOUT | {"submission":{"submissionId":"s","questions":[]}}
            PAPERFORM | {"submission_id":"s","data":[{"key":"a","custom_key":null,"title":"A","value":null}]}
            COGNITO | {"Form":{"InternalName":"F"},"Entry":{},"Id":"1-1"}
            GHL_WORKFLOW | {"contact_id":"c","location":{"id":"l"},"workflow":{"id":"w"}}
            """)
    void body_is_recognised(SenderType type, String json) {
        assertThat(Senders.guess(Samples.request(json, Samples.JSON))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "FRAMER, framer-webhook-submission-id",
        "WPFORMS, x-wpforms-webhook-id",
        "WPFORMS, x-wpforms-webhook-signature"
    })
    void flat_body_is_recognised_by_header(SenderType type, String header) {
        RequestBody request = Samples.request("{\"email\":\"\"}", Samples.JSON, Map.of(header, "x"));

        assertThat(Senders.guess(request)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"a@example.com\",\"name\":\"Ada\"}",
                "{\"form\":\"contact\",\"event\":\"Wedding\",\"payload\":\"x\"}",
                "{\"form\":{\"id\":\"1\"},\"fields\":{\"email\":\"a@example.com\"}}",
                "{\"data\":{\"email\":\"a@example.com\"},\"id\":\"1\"}",
                "{\"submission\":{\"email\":\"a@example.com\"}}",
                "{\"location\":\"Ost\",\"contact_id\":\"7\"}",
                "{\"Form\":\"Contact\",\"Entry\":\"1\"}",
                "{\"photo\":[{\"filename\":\"a.jpg\",\"url\":\"https://example.com/a\"}]}"
            })
    void ordinary_body_is_not(String json) {
        assertThat(Senders.guess(Samples.request(json, Samples.JSON))).isEqualTo(SenderType.LINK);
    }
}
