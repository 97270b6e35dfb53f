package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Set;

/**
 * The Webhooks add-on of Gravity Forms, in both of its formats. With "Select Fields", answers are named by the configured
 * keys; with "All Fields", by field number ({@code 3}, and {@code 1.3} and {@code 1.6} for the parts of a name), and the
 * entry's metadata is dropped.
 *
 * <p>The add-on does not sign, so connect it with a link. It may send an entry again after an edit: different answers are a
 * different event. Source: the documentation of the add-on and of the entry object.
 */
final class GravityForms implements SenderFormat {

    private static final Set<String> METADATA = Set.of("""
            id form_id post_id date_created date_updated is_starred is_read ip source_url source_id user_agent currency
            payment_status payment_date payment_amount payment_method transaction_id is_fulfilled created_by
            transaction_type status""".split("\\s+"));

    @Override
    public SenderType type() {
        return SenderType.GRAVITY_FORMS;
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().has("is_fulfilled");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode entry = request.tree();
        AnswerList list = new AnswerList(questions);
        entry.fields().forEachRemaining(field -> {
            if (!METADATA.contains(field.getKey())) {
                list.add(field.getKey(), field.getValue());
            }
        });
        return list.receivedEntry(entry.path("id").asText());
    }
}
