package ghl.gateway.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a caller must be to get past the door of each route. What is not listed needs a caller with more than a
 * publishable key. Roles finer than these are
 * asked for by the resolvers and resources themselves.
 */
final class RouteRules {

    /** What is needed. */
    enum Need {
        /** Nothing: it tells nothing, or asks for credentials of its own kind. */
        NOTHING,
        /** Anybody who shows credentials, and be it a publishable key. */
        A_CALLER,
        /** Credentials that are not written into a page for everybody to read. */
        A_TRUSTED_CALLER,
        AN_OPERATOR,
        /** A caller, where the schema is told at all. */
        AN_EXPLORER,
        /** That the schema is told at all: a browser sends no credentials with a page's address. */
        EXPLORATION;

        boolean isForExplorers() {
            return this == AN_EXPLORER || this == EXPLORATION;
        }

        boolean isForNobodyInParticular() {
            return this == NOTHING || this == EXPLORATION;
        }
    }

    /** @param prefix whole segments of a path */
    private record Rule(String prefix, Need need) {

        boolean holdsFor(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private static final String CONTROL = "/_control";

    /** The first that holds. */
    private static final List<Rule> RULES = List.of(
            new Rule("/q/health", Need.NOTHING),
            // The state that it was sent with is the proof.
            new Rule("/oauth/callback", Need.NOTHING),
            // Asks for an operator, or for an invitation that one has made.
            new Rule("/oauth/install", Need.NOTHING),
            // Editors that check definitions send no credentials.
            new Rule("/form.schema.json", Need.NOTHING),
            // A form's definition says what its senders must show.
            new Rule("/forms", Need.NOTHING),
            // Shows the sandbox alone, and of that what was sent from there.
            new Rule("/demo", Need.NOTHING),
            // Signed by who sends them.
            new Rule("/webhooks", Need.NOTHING),
            // The stand-in vendor asks for the vendor's tokens.
            new Rule("/sandbox", Need.NOTHING),
            new Rule("/graphql/schema.graphql", Need.AN_EXPLORER),
            new Rule("/graphql", Need.A_CALLER),
            new Rule("/q/graphql-ui", Need.EXPLORATION),
            new Rule("/q/metrics", Need.AN_OPERATOR),
            new Rule("/ops", Need.AN_OPERATOR));

    private RouteRules() {}

    /**
     * The need of a path.
     *
     * @param normalized as Vert.x routes it
     * @param raw as it was sent, which is what the sandbox reads
     */
    static Need of(String normalized, String raw) {
        if (isControl(normalized) || isControl(decoded(raw))) {
            return Need.AN_OPERATOR;
        }
        return RULES.stream()
                .filter(rule -> rule.holdsFor(normalized))
                .findFirst()
                .map(Rule::need)
                .orElse(Need.A_TRUSTED_CALLER);
    }

    private static boolean isControl(String path) {
        return path.startsWith("/sandbox") && path.contains(CONTROL);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return raw;
        }
    }
}
