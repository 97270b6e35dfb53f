package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;

/**
 * Fillout's webhooks. Answers are named by their question's name, or by its id if the form asks for that; calculations and
 * parameters of the page's address by their own names. Of bookings and payments, only what the person chose is read: they
 * also contain the host's address. In the advanced mode, the body is the owner's choice and is flattened.
 *
 * <p>No signature is documented, so connect it with a link. Source: Fillout's pages on webhooks and its API.
 */
final class Fillout implements SenderFormat {

    private static final List<String> PERSONAL =
            List.of("fullName", "email", "eventStartTime", "totalAmount", "currency");

    @Override
    public SenderType type() {
        return SenderType.FILLOUT;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode submission = request.tree().path("submission");
        return submission.has("submissionId") && submission.path("questions").isArray();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode submission = request.tree().path("submission");
        if (!matches(request)) {
            return new AnswerList(questions).addBody(request.tree()).received(null);
        }
        SenderAnswers answers = new SenderAnswers(questions);
        submission.path("questions").forEach(question -> answers.add(name(answers, question), question.path("value")));
        for (String parameters : List.of("calculations", "urlParameters")) {
            submission
                    .path(parameters)
                    .forEach(item -> answers.add(item.path("name").asText(""), item.path("value")));
        }
        for (String events : List.of("scheduling", "payments")) {
            submission.path(events).forEach(event -> addPersonal(answers, name(answers, event), event.path("value")));
        }
        return answers.list().received(submission.path("submissionId").asText(""));
    }

    private static String name(SenderAnswers answers, JsonNode question) {
        return answers.label(
                question.path("name").asText(""), question.path("id").asText(""));
    }

    private static void addPersonal(SenderAnswers answers, String event, JsonNode value) {
        PERSONAL.forEach(name -> answers.add(event + "." + name, value.path(name)));
    }
}
