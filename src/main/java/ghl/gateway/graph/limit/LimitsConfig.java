package ghl.gateway.graph.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a document may be, fragments written out. */
@ConfigMapping(prefix = "gateway.limits")
public interface LimitsConfig {

    /** Names, braces, values and the like. */
    @WithDefault("2000")
    int tokens();

    /** Fields within fields. */
    @WithDefault("10")
    int depth();

    /** Fields in all. */
    @WithDefault("500")
    int fields();

    /** Fields under another name. */
    @WithDefault("15")
    int aliases();

    @WithDefault("50")
    int directives();

    /** Fragments with a name: what validating them takes grows with the third power of how many lead to each other. */
    @WithDefault("50")
    int fragments();

    /** WebSockets that are open at the same time. */
    @WithDefault("1000")
    int sockets();
}
