package ghl.gateway.graph.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of a GraphQL document, with fragments expanded. A document above a limit fails with {@code QUERY_TOO_COMPLEX}. */
@ConfigMapping(prefix = "gateway.limits")
public interface LimitsConfig {

    /** Maximum number of tokens (names, punctuation, values) in a document. */
    @WithDefault("2000")
    int tokens();

    /** Maximum nesting of fields. */
    @WithDefault("10")
    int depth();

    /** Maximum number of fields, with fragments expanded. */
    @WithDefault("500")
    int fields();

    /** Maximum number of aliases, with fragments expanded. */
    @WithDefault("15")
    int aliases();

    /** Maximum number of directives. */
    @WithDefault("50")
    int directives();

    /** Maximum number of named fragments. Validation time grows with the cube of the length of fragment chains. */
    @WithDefault("50")
    int fragments();

    /** Maximum number of open WebSockets. */
    @WithDefault("1000")
    int sockets();
}
