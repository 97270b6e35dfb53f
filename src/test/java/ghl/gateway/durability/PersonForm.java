package ghl.gateway.durability;

import java.util.List;
import java.util.Map;

/**
 * A form of one person.
 *
 * @param input of {@code submitForm}
 * @param sets the values that it sets, by their names in {@link ContactState}
 * @param tasks titles of the tasks that it adds
 * @param notes first lines of the notes that it adds
 */
record PersonForm(Map<String, Object> input, Map<String, String> sets, List<String> tasks, List<String> notes) {}
