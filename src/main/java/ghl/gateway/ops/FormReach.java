package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks that the calling operator may reach a form's location. */
@ApplicationScoped
class FormReach {

    private final Forms forms;
    private final FormSubmissions submissions;
    private final Callers callers;

    FormReach(Forms forms, FormSubmissions submissions, Callers callers) {
        this.forms = forms;
        this.submissions = submissions;
        this.callers = callers;
    }

    /**
     * Requires access to a form. A form that is not defined yet needs access to all locations.
     *
     * @throws ForbiddenLocationException when the caller lacks it, whether or not the form exists
     */
    void require(String form) {
        LocationScope reach = callers.current().locations();
        if (!location(form).map(reach::contains).orElse(reach.all())) {
            throw new ForbiddenLocationException();
        }
    }

    /** Whether the form's location is known and out of the caller's reach. */
    boolean isElsewhere(String form) {
        LocationScope reach = callers.current().locations();
        return location(form).map(id -> !reach.contains(id)).orElse(false);
    }

    private Optional<String> location(String form) {
        return forms.find(form).map(submissions::locationOf);
    }
}
