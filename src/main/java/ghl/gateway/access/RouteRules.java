package ghl.gateway.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requirements of the routes. A route without a rule needs a trusted caller. Resolvers and resources check finer roles
 * themselves.
 */
final class RouteRules {

    /** Requirement of a route. */
    enum Requirement {
        /** No caller: the route is harmless or checks credentials of its own. */
        NONE,
        /** No caller, but credentials that are sent must be valid: the route checks the caller itself. */
        OPTIONAL_CALLER,
        /** A caller with any credentials, including a publishable key. */
        ANY_CALLER,
        /** A caller whose credentials are not a publishable key, which anyone can read in a page. */
        TRUSTED_CALLER,
        OPERATOR,
        /** A caller, and a visible schema. */
        SCHEMA_READER,
        /** A visible schema. No caller, because browsers send no credentials when they open a page. */
        VISIBLE_SCHEMA;

        boolean needsVisibleSchema() {
            return this == SCHEMA_READER || this == VISIBLE_SCHEMA;
        }

        boolean needsCaller() {
            return readsCaller() && this != OPTIONAL_CALLER;
        }

        boolean readsCaller() {
            return this != NONE && this != VISIBLE_SCHEMA;
        }
    }

    /** @param prefix whole path segments */
    private record Rule(String prefix, Requirement requirement) {

        boolean matches(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private static final String CONTROL = "/_control";

    /** The first match applies. */
    private static final List<Rule> RULES = List.of(
            new Rule("/q/health", Requirement.NONE), // shows details to operators only
            new Rule("/oauth/callback", Requirement.NONE), // checks its state parameter
            new Rule(
                    "/oauth/install",
                    Requirement.OPTIONAL_CALLER), // checks for an operator or an operator's invitation
            new Rule(
                    "/form.schema.json",
                    Requirement.NONE), // editors that validate form definitions send no credentials
            new Rule("/forms", Requirement.NONE), // authenticates senders as the form's definition says
            new Rule("/demo", Requirement.NONE), // shows only what the demo itself sent to the sandbox
            new Rule("/webhooks", Requirement.NONE), // checks the vendor's signature
            new Rule("/sandbox", Requirement.NONE), // checks the vendor's tokens
            new Rule("/graphql/schema.graphql", Requirement.SCHEMA_READER),
            new Rule("/graphql", Requirement.ANY_CALLER),
            new Rule("/q/graphql-ui", Requirement.VISIBLE_SCHEMA),
            new Rule("/q/metrics", Requirement.OPERATOR),
            new Rule("/ops", Requirement.OPERATOR));

    private RouteRules() {}

    /**
     * Returns the requirement of a path.
     *
     * @param normalized as Vert.x routes it
     * @param raw as sent, which is what the sandbox reads
     */
    static Requirement of(String normalized, String raw) {
        if (isControl(normalized) || isControl(decoded(raw))) {
            return Requirement.OPERATOR;
        }
        return RULES.stream()
                .filter(rule -> rule.matches(normalized))
                .findFirst()
                .map(Rule::requirement)
                .orElse(Requirement.TRUSTED_CALLER);
    }

    private static boolean isControl(String path) {
        return path.startsWith("/sandbox") && path.contains(CONTROL);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }
}
