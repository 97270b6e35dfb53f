package ghl.gateway.form;

import ghl.gateway.form.definition.FormDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The forms as they are defined now. What is asked twice may have changed between: keep what one request got. */
@ApplicationScoped
public class Forms {

    private volatile List<FormDefinition> current = List.of();

    /** The definition of a name; empty when there is none. */
    public Optional<FormDefinition> find(String name) {
        return current.stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /** All of them, by name. */
    public List<FormDefinition> all() {
        return current;
    }
}
