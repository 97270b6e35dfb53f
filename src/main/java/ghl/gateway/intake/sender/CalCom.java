package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cal.com's webhooks: new bookings, requests for one, and submissions of a routing form. Answers are named by their
 * question's slug, such as {@code attendeePhoneNumber}, or by its label if the form asks for that. Addresses of the host and
 * of guests are no answers. Other events, among them {@code PING}, are ignored. Bodies of a custom template are flattened.
 *
 * <p>A confirmed request has the {@code uid} of the request, so that it is a repeat. Without a secret, the signature's header
 * says {@code no-secret-provided}, which is no valid signature. Source: Cal.com's code and its page "Webhooks".
 */
final class CalCom implements SenderFormat {

    private static final Set<String> FORMS = Set.of("BOOKING_CREATED", "BOOKING_REQUESTED", "FORM_SUBMITTED");
    private static final Set<String> OTHER_PEOPLE = Set.of("guests");

    /** A video conference as the place, such as {@code integrations:daily}. */
    private static final String OWN_PLACE = "integrations:";

    private static final List<String> PERSON = List.of("name", "email");

    @Override
    public SenderType type() {
        return SenderType.CAL_COM;
    }

    @Override
    public Signature signature() {
        return BodySignature.hexadecimal("X-Cal-Signature-256", "", null);
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().path("triggerEvent").isTextual()
                && request.tree().path("payload").isObject();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        if (!matches(request)) {
            return new AnswerList(questions).addBody(body).received(null);
        }
        if (!FORMS.contains(body.path("triggerEvent").asText(""))) {
            return ReceivedAnswers.ignored("Cal.com's event is neither a new booking nor a routing form");
        }
        JsonNode payload = body.path("payload");
        SenderAnswers answers = new SenderAnswers(questions);
        addResponses(answers, payload.path("responses"));
        if (payload.path("responses").isEmpty()) {
            PERSON.forEach(
                    name -> answers.add(name, payload.path("attendees").path(0).path(name)));
        }
        answers.list().addHidden("startTime", payload.path("startTime"));
        answers.addUtm(payload.path("metadata")).addUtm(payload.path("tracking"));
        return answers.list().received(payload.path("uid").asText(""));
    }

    private static void addResponses(SenderAnswers answers, JsonNode responses) {
        List<Map.Entry<String, JsonNode>> own = responses.properties().stream()
                .filter(response -> !OTHER_PEOPLE.contains(response.getKey()))
                .toList();
        List<String> names = answers.list()
                .labels(own.stream()
                        .map(response -> List.of(
                                response.getKey(),
                                response.getValue().path("label").asText("")))
                        .toList());
        for (int place = 0; place < names.size(); place++) {
            add(answers, names.get(place), own.get(place).getValue());
        }
    }

    private static void add(SenderAnswers answers, String name, JsonNode response) {
        JsonNode value = response.path("value");
        if (value.path("value").asText("").startsWith(OWN_PLACE)) {
            answers.list().addAsked(name, value.path("value"));
        } else if (value.has("optionValue")) {
            answers.add(name, value.path("value")).add(name, value.path("optionValue"));
        } else {
            answers.add(name, value);
        }
    }
}
