package ghl.gateway.form;

import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The way in for answers: mapped as the form's definition says, then taken as any other submission. */
@ApplicationScoped
public class FormSubmissions {

    private final Submissions submissions;

    FormSubmissions(Submissions submissions) {
        this.submissions = submissions;
    }

    /** What a caller sent, with a form or without. Explicit parts of the input go before what the definition makes. */
    public Uni<SubmitFormPayload> submit(SubmitFormInput input) {
        return submissions.submit(input);
    }

    /**
     * What an intake received. Does not wait: the receipt says QUEUED, QUARANTINED, or, for a repeat, what has become of
     * the first. {@code userErrors} are there only for {@link FilledForm.Gaps#REFUSED}; then nothing was kept.
     *
     * @return fails as {@link Submissions#submit}
     */
    public Uni<SubmitFormPayload> submit(FilledForm form) {
        throw new UnsupportedOperationException();
    }
}
