package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Set;

/**
 * Calendly's webhooks: bookings ({@code invitee.created}) and submissions of a routing form. Answers are named by their
 * question, the person's own data by Calendly's names for it; a question of the same name gets a number. The host's address
 * is no answer. Other events are ignored.
 *
 * <p>Rescheduling cancels a booking and creates another, which is a form of its own: its time is new. Source:
 * Calendly's pages "Webhooks overview" and "Webhook signatures".
 */
final class Calendly implements SenderFormat {

    private static final Set<String> FORMS = Set.of("invitee.created", "routing_form_submission.created");
    private static final String ANY_EVENT = "(invitee|invitee_no_show|routing_form_submission)\\.[a-z_]+";
    private static final String FIRST = "first_name";
    private static final String LAST = "last_name";
    private static final List<String> PERSON = List.of("name", FIRST, LAST, "email", "text_reminder_number");
    private static final List<String> BOOKING = List.of("name", "start_time");

    @Override
    public SenderType type() {
        return SenderType.CALENDLY;
    }

    @Override
    public Signature signature() {
        return new TimedSignature("Calendly-Webhook-Signature", "v1");
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return body.path("event").asText("").matches(ANY_EVENT)
                && body.path("payload").isObject();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        if (!matches(request)) {
            throw MalformedBodyException.malformed("The body is not an event of Calendly");
        }
        if (!FORMS.contains(body.path("event").asText(""))) {
            return ReceivedAnswers.ignored("Calendly's event is neither a new booking nor a routing form");
        }
        JsonNode payload = body.path("payload");
        SenderAnswers answers = new SenderAnswers(questions);
        String parts = payload.path(FIRST).asText("") + " " + payload.path(LAST).asText("");
        boolean isRepeated = parts.equals(payload.path("name").asText(""));
        answers.list()
                .reserve(PERSON.stream()
                        .filter(name -> !payload.path(name).asText("").isBlank())
                        .toList());
        PERSON.forEach(name -> {
            if (isRepeated && (name.equals(FIRST) || name.equals(LAST))) {
                answers.list().addAsked(name, payload.path(name));
            } else {
                answers.add(name, payload.path(name));
            }
        });
        payload.path("questions_and_answers")
                .forEach(asked ->
                        answers.add(answers.label(asked.path("question").asText("")), asked.path("answer")));
        BOOKING.forEach(name -> answers.add(
                "scheduled_event." + name, payload.path("scheduled_event").path(name)));
        answers.addUtm(payload.path("tracking"));
        return answers.list().received(payload.path("uri").asText(""));
    }
}
