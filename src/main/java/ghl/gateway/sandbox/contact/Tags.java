package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tag rules: lower case, no duplicates. Reported. Decided here: surrounding blanks are removed, blank tags are ignored.
 */
final class Tags {

    private Tags() {}

    static List<String> normalized(JsonNode tags) {
        return SandboxJson.items(tags)
                .map(tag -> tag.asText().trim().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    static List<String> union(List<String> present, List<String> added) {
        Set<String> all = new LinkedHashSet<>(present);
        all.addAll(added);
        return List.copyOf(all);
    }

    static List<String> minus(List<String> present, List<String> removed) {
        List<String> rest = new ArrayList<>(present);
        rest.removeAll(removed);
        return rest;
    }

    static List<String> common(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.retainAll(other);
        return both;
    }
}
