package ghl.gateway.access.oidc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the words of a claim, which providers write as a list or as one text separated by spaces. */
final class ClaimReader {

    private ClaimReader() {}

    /** @param path name of a claim, or names of nested claims separated by slashes @return empty when none exists */
    static Set<String> words(JsonWebToken token, String path) {
        String[] names = path.split("/");
        Object value = token.getClaim(names[0]);
        for (String name : Arrays.asList(names).subList(1, names.length)) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return words(value).collect(Collectors.toSet());
    }

    private static Stream<String> words(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().flatMap(ClaimReader::words);
        }
        String text = value instanceof JsonString json ? json.getString() : value instanceof String plain ? plain : "";
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
    }
}
