package ghl.gateway.publicform;

import ghl.gateway.access.Callers;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.Forms;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.input.SubmitFormInputBuilder;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** {@code submitForm} for publishable keys: such a key may only submit its own form. */
@ApplicationScoped
public class PublishableKeyForms {

    /** The default that the schema sets when a request omits {@code wait}. */
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(3);

    private final Callers callers;
    private final ClientInfoReader clients;
    private final Forms forms;
    private final PublicForms publicForms;

    PublishableKeyForms(Callers callers, ClientInfoReader clients, Forms forms, PublicForms publicForms) {
        this.callers = callers;
        this.clients = clients;
        this.forms = forms;
        this.publicForms = publicForms;
    }

    /**
     * Submits the form of the request's key.
     *
     * @return an id and QUEUED, or userErrors; fails as {@link
     *     ghl.gateway.form.FormSubmissions#submit(ghl.gateway.form.FilledForm)}
     * @throws ForbiddenException for input that the key may not send, before any lookup
     */
    public Uni<SubmitFormPayload> submit(HttpServerRequest request, SubmitFormInput input) {
        AccessKey key = callers.publishableKey(request)
                .orElseThrow(() -> new ForbiddenException("A publishable key is required"));
        requireAllowed(key, input);
        FormDefinition form =
                forms.find(key.form()).orElseThrow(() -> new ForbiddenException("The form of this key does not exist"));
        ClientInfo client = clients.read(request);
        PublicPage page = PublicPage.of(form, key);
        boolean tooOften = publicForms.admit(page, client);
        FilledForm filled = new FilledForm(
                form,
                Answers.of(input.answers(), Questions.of(form)::asks),
                input.context(),
                input.idempotencyKey(),
                MissingAnswerPolicy.REJECT,
                List.of(),
                false);
        return publicForms.submit(page, client, filled, tooOften, receipt -> {});
    }

    private static void requireAllowed(AccessKey key, SubmitFormInput input) {
        if (!key.form().equals(input.form())) {
            throw new ForbiddenException("This key may only submit the form " + key.form());
        }
        boolean isAllowed = input.essence().equals(allowed(input)) && !input.dryRun() && isDefault(input.waitAtMost());
        if (!isAllowed) {
            throw new ForbiddenException(
                    "A publishable key may only send form, answers, context and idempotencyKey: the form's definition decides"
                            + " on everything else, also on consent");
        }
    }

    private static boolean isDefault(Duration wait) {
        return wait == null || wait.isZero() || wait.equals(DEFAULT_WAIT);
    }

    private static SubmitFormInput allowed(SubmitFormInput input) {
        return SubmitFormInputBuilder.builder()
                .form(input.form())
                .answers(input.answers())
                .context(input.context())
                .build();
    }
}
