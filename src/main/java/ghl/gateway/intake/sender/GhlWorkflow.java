package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The action "Webhook" of HighLevel's own workflows. Answers are the contact's fields, custom fields by their names, and the
 * members of {@code customData}; the contact's own fields keep their names. Data of the location, the assigned user and the
 * workflow is no answer.
 *
 * <p>The action does not sign, so connect it with a link. It names the contact but not the event. Source: public receivers
 * of its webhooks.
 */
final class GhlWorkflow implements SenderFormat {

    private static final String CONTACT_ID = "contact_id";
    private static final String CUSTOM_DATA = "customData";
    private static final String TAGS = "tags";
    private static final String ATTRIBUTION = "attributionSource";

    private static final Set<String> OTHER = Set.of("""
            contact_id contact_type date_created location user workflow triggerData contact attributionSource customData
            calendar payment order tags""".split("\\s+"));

    /** Of the contact; custom fields may have the same names. */
    private static final Set<String> STANDARD = Set.of("""
            first_name last_name full_name email phone company_name address1 city state country postal_code full_address
            timezone date_of_birth website source tags""".split("\\s+"));

    /** Texts that join others, unless these are missing. */
    private static final Set<String> JOINED = Set.of("full_name", "full_address");

    private static final List<String> BOOKING = List.of("title", "startTime");

    @Override
    public SenderType type() {
        return SenderType.GHL_WORKFLOW;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return body.has(CONTACT_ID)
                && body.path("location").isObject()
                && body.path("workflow").isObject();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode custom = body.path(CUSTOM_DATA);
        JsonNode attribution = attribution(body);
        SenderAnswers answers = new SenderAnswers(questions);
        answers.list()
                .reserve(STANDARD.stream()
                        .filter(name -> !body.path(name).asText("").isBlank())
                        .toList());
        body.properties().forEach(member -> add(answers, member.getKey(), body));
        Arrays.stream(body.path(TAGS).asText("").split(","))
                .forEach(tag -> answers.list().add(TAGS, tag.strip()));
        custom.properties()
                .forEach(member -> answers.list().addBeside(CUSTOM_DATA, member.getKey(), member.getValue()));
        BOOKING.forEach(
                name -> answers.add("calendar." + name, body.path("calendar").path(name)));
        attribution.properties().forEach(member -> {
            String name = utmName(member.getKey());
            if (name.startsWith("utm_") && !custom.has(name)) {
                answers.list().addHidden(name, member.getValue());
            }
        });
        return answers.list().page(attribution.path("url").asText("")).received(null);
    }

    private static void add(SenderAnswers answers, String name, JsonNode body) {
        JsonNode value = body.get(name);
        boolean isOwnData = OTHER.contains(name) || JOINED.contains(name) && repeats(name, body);
        if (!isOwnData) {
            answers.add(STANDARD.contains(name) ? name : answers.label(name), value);
        } else if (value.isValueNode()) {
            answers.list().addAsked(name, value);
        }
    }

    private static boolean repeats(String joined, JsonNode body) {
        return JoinedParts.repeats(
                body.path(joined).asText(""),
                STANDARD.stream().filter(name -> !JOINED.contains(name)).map(name -> body.path(name)
                        .asText("")));
    }

    /** What led to this form, or else what led to the contact's first one. */
    private static JsonNode attribution(JsonNode body) {
        JsonNode contact = body.path("contact");
        return Stream.of(body.path(ATTRIBUTION), contact.path("lastAttributionSource"), contact.path(ATTRIBUTION))
                .filter(source -> !source.isEmpty())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String utmName(String name) {
        return name.equals("campaign")
                ? "utm_campaign"
                : name.replaceFirst("^utm(?=[A-Z])", "utm_").toLowerCase(Locale.ROOT);
    }
}
