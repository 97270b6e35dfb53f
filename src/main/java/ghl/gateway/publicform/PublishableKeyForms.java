package ghl.gateway.publicform;

import ghl.gateway.access.Callers;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.form.Forms;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What a publishable key may do over GraphQL: send its form, and be told an id. */
@ApplicationScoped
public class PublishableKeyForms {

    /** What the schema puts there when nobody says anything. */
    private static final Duration UNSAID_WAIT = Duration.ofSeconds(3);

    private final Callers callers;
    private final ClientInfoReader visitors;
    private final Forms forms;
    private final PublicForms pages;

    PublishableKeyForms(Callers callers, ClientInfoReader visitors, Forms forms, PublicForms pages) {
        this.callers = callers;
        this.visitors = visitors;
        this.forms = forms;
        this.pages = pages;
    }

    /**
     * Takes the form of the key that the request shows.
     *
     * @return an id and QUEUED, or what the person must mend; fails as {@link
     *     ghl.gateway.form.FormSubmissions#submit(ghl.gateway.form.FilledForm)} does
     * @throws ForbiddenException for anything that the key may not send, before anything is looked up
     */
    public Uni<SubmitFormPayload> submit(HttpServerRequest request, SubmitFormInput input) {
        AccessKey key = callers.publishableKey(request)
                .orElseThrow(() -> new ForbiddenException("This needs a publishable key"));
        requireNothingElse(key, input);
        FormDefinition form =
                forms.find(key.form()).orElseThrow(() -> new ForbiddenException("The form of this key is not there"));
        ClientInfo visitor = visitors.of(request);
        PublicPage page = PublicPage.of(form, key);
        boolean tooOften = pages.admit(page, visitor);
        return pages.submit(
                page,
                visitor,
                new PublicForms.Filled(
                        form,
                        Answers.of(input.answers()),
                        input.context(),
                        input.consent(),
                        input.idempotencyKey(),
                        tooOften));
    }

    private static void requireNothingElse(AccessKey key, SubmitFormInput input) {
        if (!key.form().equals(input.form())) {
            throw new ForbiddenException("This key may submit the form " + key.form() + " alone");
        }
        boolean nothingElse = input.essence().equals(allowed(input)) && !input.dryRun() && isUnsaid(input.waitAtMost());
        if (!nothingElse) {
            throw new ForbiddenException(
                    "A publishable key may send form, answers, context, consent and idempotencyKey alone");
        }
    }

    private static boolean isUnsaid(Duration wait) {
        return wait == null || wait.isZero() || wait.equals(UNSAID_WAIT);
    }

    private static SubmitFormInput allowed(SubmitFormInput input) {
        return SubmitFormInputBuilder.builder()
                .form(input.form())
                .answers(input.answers())
                .context(input.context())
                .consent(input.consent())
                .build();
    }
}
