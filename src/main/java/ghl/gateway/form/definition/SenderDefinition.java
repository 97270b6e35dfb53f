package ghl.gateway.form.definition;

import java.util.List;
import java.util.Map;

/**
 * A way in for a form's answers. Secrets never stand in the file: it names the environment variable that holds one.
 *
 * @param secretEnv the variable with the signing secret, or with the secret of a link; null where the type needs none
 * @param origins pages that may send, {@code https://www.example.com}; empty for types that are no pages
 * @param next addresses that a plain HTML form may lead on to, as prefixes; empty: none
 * @param guard what keeps machines out; null without one
 * @param options what else the type wants to know, in its own words; empty without any
 */
public record SenderDefinition(
        SenderType type,
        String secretEnv,
        List<String> origins,
        List<String> next,
        GuardDefinition guard,
        Map<String, String> options) {}
