package ghl.gateway.access.oidc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads words out of a token, however its provider writes them: a list, or one text with blanks. */
final class ClaimReader {

    private ClaimReader() {}

    /** @param path a claim, or claims within each other separated by slashes. @return empty when the token has none */
    static Set<String> words(JsonWebToken token, String path) {
        String[] names = path.split("/");
        Object value = token.getClaim(names[0]);
        for (String name : Arrays.asList(names).subList(1, names.length)) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return flat(value).stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> flat(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(one -> flat(one).stream()).toList();
        }
        if (value instanceof JsonString text) {
            return List.of(text.getString());
        }
        return value instanceof CharSequence text && !(value instanceof JsonValue)
                ? List.of(text.toString())
                : List.of();
    }
}
