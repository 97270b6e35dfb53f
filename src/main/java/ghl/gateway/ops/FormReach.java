package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.ForbiddenLocationException;
import ghl.gateway.contact.Locations;
import ghl.gateway.form.FormSubmissions;
import jakarta.enterprise.context.ApplicationScoped;

/** Which forms a caller may look after: those of the caller's locations. */
@ApplicationScoped
class FormReach {

    private final FormSubmissions submissions;
    private final Callers callers;

    FormReach(FormSubmissions submissions, Callers callers) {
        this.submissions = submissions;
        this.callers = callers;
    }

    /** A form that is not defined may become any location's: whoever may reach all of them looks after it. */
    boolean isReachable(String form) {
        Locations within = callers.current().locations();
        return within.all()
                || submissions.locationOfForm(form).filter(within::contains).isPresent();
    }

    /** @throws ForbiddenLocationException when the caller may not; whether there is such a form is not said */
    void require(String form) {
        if (!isReachable(form)) {
            throw new ForbiddenLocationException();
        }
    }
}
