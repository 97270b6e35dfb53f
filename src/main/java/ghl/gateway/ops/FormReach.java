package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which forms are an operator's: those that go to locations of that one. */
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
     * Before anything of a form is told or changed. One that is not defined goes nowhere yet: whoever may reach all
     * locations may have it.
     *
     * @throws ForbiddenLocationException whether or not there is such a form
     */
    void require(String form) {
        LocationScope own = callers.current().locations();
        if (!location(form).map(own::contains).orElse(own.all())) {
            throw new ForbiddenLocationException();
        }
    }

    /** Whether a form is known to go where the caller may not. */
    boolean isElsewhere(String form) {
        LocationScope own = callers.current().locations();
        return location(form).map(there -> !own.contains(there)).orElse(false);
    }

    private Optional<String> location(String form) {
        return forms.find(form).map(submissions::locationOf);
    }
}
