package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Fillout's webhooks. Answers are named by their question's name, or by its id if the form asks for that; calculations and
 * parameters of the page's address by their own names, unless a question has that name. Of bookings, only what the person
 * chose is read: they also contain the host's address. In the advanced mode, the body is the owner's choice and is flattened.
 *
 * <p>No signature is documented, so connect it with a link. Source: Fillout's pages on webhooks and its API.
 */
final class Fillout implements SenderFormat {

    private static final List<String> PERSONAL = List.of("fullName", "email", "eventStartTime");

    private static final String AMOUNT = "totalAmount";

    /** Of the payment service. */
    private static final Pattern REFERENCE = Pattern.compile(".*(Id|Url)");

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
        submission.path("scheduling").forEach(event -> addPersonal(answers, name(answers, event), event.path("value")));
        submission
                .path("payments")
                .forEach(payment -> addPayment(answers, name(answers, payment), payment.path("value")));
        for (String beside : List.of("calculations", "urlParameters")) {
            submission.path(beside).forEach(item -> answers.list()
                    .addHidden(item.path("name").asText(""), item.path("value")));
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

    /** The amount answers the question itself if the form asks for that. */
    private static void addPayment(SenderAnswers answers, String payment, JsonNode value) {
        if (!value.isObject()) {
            answers.add(payment, value);
            return;
        }
        value.properties().stream()
                .filter(part -> !REFERENCE.matcher(part.getKey()).matches())
                .forEach(part -> {
                    String name = payment + "." + part.getKey();
                    answers.add(part.getKey().equals(AMOUNT) ? answers.name(name, payment) : name, part.getValue());
                });
    }
}
