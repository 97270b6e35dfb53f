package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Webhooks add-on of WPForms, in both of its formats. Answers are named by the configured keys. Several choices arrive
 * as one text with {@code ||} between them, dates as an object with a text and a number.
 *
 * <p>The add-on gives no id of the entry. It signs JSON bodies as they are, but urlencoded ones as the JSON that PHP would
 * write of the same parameters. Source: the add-on's code.
 */
final class WpForms implements SenderFormat {

    private static final String SIGNATURE = "X-WPForms-Webhook-Signature";
    private static final String WEBHOOK_ID = "X-WPForms-Webhook-Id";
    private static final String TIME = "unix";
    private static final Pattern SECONDS = Pattern.compile("0|-?[1-9]\\d{0,14}");
    private static final Pattern SEPARATOR = Pattern.compile("||", Pattern.LITERAL);

    @Override
    public SenderType type() {
        return SenderType.WPFORMS;
    }

    @Override
    public Signature signature() {
        return new TimedSignature(SIGNATURE, "v", WpForms::signed);
    }

    /** The keys are the owner's choice, so that only the headers tell. */
    @Override
    public boolean matches(RequestBody request) {
        return request.header(WEBHOOK_ID) != null || request.header(SIGNATURE) != null;
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        SenderAnswers answers = new SenderAnswers(questions);
        request.tree().properties().forEach(field -> add(answers, field.getKey(), field.getValue()));
        return answers.list().received(null);
    }

    private static void add(SenderAnswers answers, String name, JsonNode value) {
        JsonNode content = value.has(TIME) ? value.path("value") : value;
        if (content.isTextual()) {
            Arrays.stream(SEPARATOR.split(content.asText("")))
                    .forEach(part -> answers.list().add(name, part.strip()));
        } else {
            answers.add(name, content);
        }
    }

    private static byte[] signed(RequestBody request) {
        boolean isForm = request.contentType().toLowerCase(Locale.ROOT).contains("urlencoded");
        return isForm ? PhpJson.write(parameters(request.tree())) : request.bytes();
    }

    /** In the plug-in, a date's time is a number. */
    private static JsonNode parameters(JsonNode form) {
        JsonNode parameters = form.deepCopy();
        parameters.forEach(field -> {
            String time = field.path(TIME).asText();
            if (SECONDS.matcher(time).matches()) {
                ((ObjectNode) field).put(TIME, Long.parseLong(time));
            }
        });
        return parameters;
    }
}
