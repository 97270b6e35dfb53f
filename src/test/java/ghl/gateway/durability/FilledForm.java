package ghl.gateway.durability;

import java.util.HashMap;
import java.util.Map;

/**
 * A form that somebody has filled in.
 *
 * @param input of {@code submitForm}
 * @param truth what must be in its location once it is through
 * @param before what is there until then
 */
record FilledForm(Map<String, Object> input, Facts truth, Facts before) {

    FilledForm(Map<String, Object> input, Facts truth) {
        this(input, truth, new Facts());
    }

    FilledForm startingFrom(Facts there) {
        return new FilledForm(input, truth, there);
    }

    /** Sent with a key, so that it may be sent again, and without waiting for the outcome. */
    Map<String, Object> sentAs(String idempotencyKey) {
        Map<String, Object> sent = new HashMap<>(input);
        sent.put("idempotencyKey", idempotencyKey);
        sent.put("wait", "PT0S");
        return sent;
    }
}
