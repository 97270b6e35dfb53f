package ghl.gateway.access.mode;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the schema is visible: through GraphiQL, introspection and {@code /graphql/schema.graphql}. */
@ApplicationScoped
public class SchemaVisibility {

    private final AccessMode mode;
    private final boolean enabled;

    public SchemaVisibility(
            AccessMode mode, @ConfigProperty(name = "gateway.explore", defaultValue = "false") boolean enabled) {
        this.mode = mode;
        this.enabled = enabled;
    }

    /** True in an open gateway and with {@code GATEWAY_EXPLORE=true}. */
    public boolean isVisible() {
        return enabled || !mode.isGuarded();
    }
}
