package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.intake.body.RequestBody;
import java.util.Set;

/**
 * The Webhooks add-on of Gravity Forms, in both of its formats. With "Select Fields" an answer goes by the key that somebody
 * chose there; with "All Fields" by the field's number ({@code 3}, and {@code 1.3} and {@code 1.6} for the parts of a name),
 * and what is about the entry and not in it is left out.
 *
 * <p>The add-on signs nothing: whoever connects it uses a link. It may be sent again after somebody edited the entry: other
 * answers are another event. Source: the add-on's documentation and that of the entry object.
 */
final class GravityForms implements AnswerExtractor {

    private static final Set<String> ABOUT_THE_ENTRY = Set.of(
            "id",
            "form_id",
            "post_id",
            "date_created",
            "date_updated",
            "is_starred",
            "is_read",
            "ip",
            "source_url",
            "source_id",
            "user_agent",
            "currency",
            "payment_status",
            "payment_date",
            "payment_amount",
            "payment_method",
            "transaction_id",
            "is_fulfilled",
            "created_by",
            "transaction_type",
            "status");

    @Override
    public ReceivedAnswers flatten(RequestBody posted) {
        JsonNode entry = posted.isJson() ? posted.json() : entry(posted);
        AnswerList list = new AnswerList();
        entry.fields().forEachRemaining(field -> {
            if (!ABOUT_THE_ENTRY.contains(field.getKey())) {
                list.add(field.getKey(), field.getValue());
            }
        });
        var answers = list.answers();
        return ReceivedAnswers.of(answers, EventIds.ofEntry(entry.path("id").asText(), answers));
    }

    private static ObjectNode entry(RequestBody posted) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        posted.fields().forEach(field -> entry.put(field.name(), field.value()));
        return entry;
    }
}
