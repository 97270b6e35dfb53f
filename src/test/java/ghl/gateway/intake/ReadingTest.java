package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.Reading.Outcome;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of bodies that cannot be read. */
class ReadingTest {

    @RegisterExtension
    final LoggedLines log = new LoggedLines(Reading.class);

    /** A body without bytes stands for any defect: nothing that a proven sender posts is refused because of one. */
    @Test
    void body_of_a_proven_sender_is_unreadable_because_of_a_defect_too() throws FormFileException {
        RequestBody defective = new RequestBody(null, "application/json", Map.of());

        Reading reading = Reading.ofProven(form(), SenderType.TALLY, defective);

        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(reading.reason()).contains("defect");
        assertThat(log.messages()).singleElement().asString().contains("form quote");
    }

    @Test
    void malformed_body_is_unreadable_of_a_proven_sender_only() throws FormFileException {
        FormDefinition form = form();
        RequestBody malformed =
                new RequestBody("{\"a\":".getBytes(StandardCharsets.UTF_8), "application/json", Map.of());

        assertThat(Reading.ofProven(form, SenderType.TALLY, malformed).outcome())
                .isEqualTo(Outcome.UNREADABLE);
        assertThatThrownBy(() -> Reading.of(form, SenderType.PUBLIC, malformed))
                .isInstanceOf(MalformedBodyException.class);
        assertThat(log.messages()).isEmpty();
    }

    /** Webhooks of Meta and of HubSpot's apps, and a text that Cal.com was told to send. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "LINK; application/json; {\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"time\":1,\"changes\":[{\"field\":\"leadgen\","
                        + "\"value\":{\"leadgen_id\":\"4\",\"page_id\":\"1\",\"form_id\":\"7\"}}]}]}",
                "LINK; application/json; [{\"eventId\":1,\"subscriptionType\":\"contact.creation\",\"objectId\":5}]",
                "LINK; application/json; [{\"eventId\":1,\"objectId\":5},{\"eventId\":2,\"objectId\":6}]",
                "CAL_COM; application/x-www-form-urlencoded; New booking: https://example.com/?uid=1&by=Ilse",
                "CAL_COM; application/json; false"
            })
    void body_without_an_answer_is_no_lead(SenderType sender, String contentType, String body)
            throws FormFileException {
        RequestBody request = new RequestBody(body.getBytes(StandardCharsets.UTF_8), contentType, Map.of());

        assertThat(Reading.ofProven(form(), sender, request).outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    private static FormDefinition form() throws FormFileException {
        return new FormReader(variable -> true).read(new FormFile("quote", "quote.yaml", """
                answers: {email: {type: email}}
                contact: {email: "{email}"}
                """));
    }
}
