package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.submission.receipt.Warning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Completed forms of received answers. */
class ReceivedFormsTest {

    @Test
    void uploaded_files_are_a_warning() {
        assertThat(warnings(0)).isEmpty();
        assertThat(warnings(1))
                .containsExactly(new Warning(
                        "FILES_NOT_KEPT", "1 uploaded file was not kept: its name or address is among the answers"));
        assertThat(warnings(2))
                .containsExactly(new Warning(
                        "FILES_NOT_KEPT",
                        "2 uploaded files were not kept: their names or addresses are among the answers"));
    }

    @Test
    void senders_event_takes_precedence_over_the_header() {
        Map<String, String> headers = Map.of("idempotency-key", "own");

        assertThat(key(headers, "e1")).isEqualTo("gravity_forms e1-d1");
        assertThat(key(headers, null)).isEqualTo("sender own-d1");
        assertThat(key(Map.of("idempotency-key", " "), null)).isNull();
    }

    @Test
    void callers_own_key_stands_for_one_input() {
        Map<String, String> headers = Map.of("idempotency-key", "own");

        FilledForm ofCaller = ReceivedForms.ofCaller(null, SenderType.LINK, headers, received(null, 0));

        assertThat(ofCaller.idempotencyKey()).isEqualTo("sender own");
        assertThat(ofCaller.keyIdentifiesAnswers()).isFalse();
        assertThat(ReceivedForms.ofSender(null, SenderType.LINK, headers, received(null, 0))
                        .keyIdentifiesAnswers())
                .isTrue();
    }

    private static String key(Map<String, String> headers, String event) {
        return ReceivedForms.ofSender(null, SenderType.GRAVITY_FORMS, headers, received(event, 0))
                .idempotencyKey();
    }

    private static List<Warning> warnings(int files) {
        return ReceivedForms.ofPage(null, Map.of(), received(null, files)).warnings();
    }

    private static ReceivedAnswers received(String event, int files) {
        return new ReceivedAnswers(Answers.builder().build(), event, "d1", null, files, null);
    }
}
