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

    private static FormDefinition form() throws FormFileException {
        return new FormReader(variable -> true).read(new FormFile("quote", "quote.yaml", """
                answers: {email: {type: email}}
                contact: {email: "{email}"}
                """));
    }
}
