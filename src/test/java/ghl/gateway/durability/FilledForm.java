package ghl.gateway.durability;

import java.util.HashMap;
import java.util.Map;

/**
 * A filled-in form.
 *
 * @param input of {@code submitForm}
 * @param truth expected facts of its location after delivery
 * @param before facts of its location before delivery
 */
record FilledForm(Map<String, Object> input, Facts truth, Facts before) {

    FilledForm(Map<String, Object> input, Facts truth) {
        this(input, truth, new Facts());
    }

    FilledForm startingFrom(Facts there) {
        return new FilledForm(input, truth, there);
    }

    /** The input with a key, so that it can be repeated, and without waiting for the outcome unless it says so. */
    Map<String, Object> sentAs(String idempotencyKey) {
        Map<String, Object> sent = new HashMap<>(input);
        sent.put("idempotencyKey", idempotencyKey);
        sent.putIfAbsent("wait", "PT0S");
        return sent;
    }
}
