package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Webhooks add-on of Gravity Forms, in both of its formats. With "Select Fields", answers are named by the configured
 * keys; with "All Fields", by field number ({@code 3}, and {@code 1.3} and {@code 1.6} for the parts of a name), and what
 * Gravity Forms and its add-ons store about the entry is dropped, unless the form asks for it.
 *
 * <p>The add-on does not sign, so connect it with a link. It may send an entry again after an edit: different answers are a
 * different event. Source: the documentation of the add-on and of the entry object.
 */
final class GravityForms implements SenderFormat {

    private static final String PAGE = "source_url";

    private static final Set<String> METADATA = Set.of("""
            id form_id post_id date_created date_updated is_starred is_read ip source_url source_id user_agent currency
            payment_status payment_date payment_amount payment_method transaction_id is_fulfilled created_by
            transaction_type status is_approved submission_speeds""".split("\\s+"));

    /** Of GravityPDF and Gravity Flow. */
    private static final Pattern ADD_ON = Pattern.compile("(gpdf|workflow|gravityflow)_.*", Pattern.DOTALL);

    /** A field, or one of its inputs: {@code 7.1} is the first option of the checkboxes {@code 7}. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(\\.\\d{1,9})?");

    @Override
    public SenderType type() {
        return SenderType.GRAVITY_FORMS;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode entry = request.tree();
        return entry.has("form_id") && (entry.has("is_fulfilled") || entry.has("is_starred"));
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode entry = request.tree();
        boolean isWholeEntry = matches(request);
        AnswerList list = new AnswerList(questions);
        String page = entry.path(PAGE).asText();
        list.page(page.contains("/admin-ajax.php") ? null : page);
        entry.properties().forEach(field -> {
            String key = field.getKey();
            if (isAnswer(key, isWholeEntry)) {
                list.add(list.named(name(key, list, entry), key), field.getValue());
            } else {
                list.addAsked(key, field.getValue());
            }
        });
        return list.received(entry.path("id").asText(""));
    }

    private static boolean isAnswer(String key, boolean isWholeEntry) {
        return isWholeEntry
                ? NUMBER.matcher(key).matches()
                : !METADATA.contains(key) && !ADD_ON.matcher(key).matches();
    }

    /** The field's number for one of its inputs, if the form asks for that only. */
    private static String name(String key, AnswerList list, JsonNode entry) {
        Matcher number = NUMBER.matcher(key);
        boolean isInput = number.matches() && number.group(2) != null;
        return isInput && !list.asks(key) && list.asks(number.group(1)) && !entry.has(number.group(1))
                ? number.group(1)
                : key;
    }
}
