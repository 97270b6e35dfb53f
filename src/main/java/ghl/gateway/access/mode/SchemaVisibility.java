package ghl.gateway.access.mode;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the schema is told: GraphiQL, introspection and the schema's text. */
@ApplicationScoped
public class SchemaVisibility {

    private final AccessMode mode;
    private final boolean wanted;

    public SchemaVisibility(
            AccessMode mode, @ConfigProperty(name = "gateway.explore", defaultValue = "false") boolean wanted) {
        this.mode = mode;
        this.wanted = wanted;
    }

    /** Where the gateway is open, and where somebody wants it. */
    public boolean isOn() {
        return wanted || !mode.isGuarded();
    }
}
