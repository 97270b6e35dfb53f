package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.form.FormSubmissions;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks that the calling operator may reach a form's location. */
@ApplicationScoped
class FormReach {

    private final FormSubmissions submissions;
    private final Callers callers;

    FormReach(FormSubmissions submissions, Callers callers) {
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
        if (!submissions.locationOfForm(form).map(reach::contains).orElse(reach.all())) {
            throw new ForbiddenLocationException();
        }
    }

    /** Whether the form's location is known and out of the caller's reach. */
    boolean isElsewhere(String form) {
        LocationScope reach = callers.current().locations();
        return submissions.locationOfForm(form).map(id -> !reach.contains(id)).orElse(false);
    }
}
