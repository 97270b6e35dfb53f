package ghl.gateway.publicform;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderDefinition.GuardDefinition;
import ghl.gateway.publicform.guard.Captcha;
import ghl.gateway.publicform.guard.RateLimits;
import ghl.gateway.publicform.guard.SpamCheck;
import ghl.gateway.submission.accept.QuarantineFullException;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionBuilder;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.time.Steady;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Accepts forms from public pages. Probable spam is quarantined but answered like any other form. The answer is an id and
 * QUEUED, so that it reveals nothing about the person or earlier submissions.
 */
@ApplicationScoped
public class PublicForms {

    private final FormSubmissions submissions;
    private final SecretSettings secrets;
    private final IntakeConfig config;
    private final RateLimits rates;
    private final Clock clock;
    private volatile Captcha captcha;

    PublicForms(
            FormSubmissions submissions,
            SecretSettings secrets,
            IntakeConfig config,
            Clock clock,
            @Steady Clock steadyClock) {
        this.submissions = submissions;
        this.secrets = secrets;
        this.config = config;
        this.rates = new RateLimits(steadyClock);
        this.clock = clock;
    }

    /**
     * Checks origin and rate limits. Behind a proxy that is not configured as trusted, all people share one address; forms
     * above its limit are therefore quarantined rather than lost, up to a separate limit. Quarantined forms do not count
     * towards the page's limit, or one address could exhaust it.
     *
     * @return whether the client's address is over its limit
     * @throws IntakeRefusedException when the origin is not allowed or a limit is exhausted
     */
    public boolean admit(PublicPage page, ClientInfo client) {
        if (!client.isAllowedBy(page.origins())) {
            throw IntakeRefusedException.forbidden("This form does not accept submissions from this site");
        }
        int perAddress = page.perAddress() == null ? config.perMinute() : page.perAddress();
        boolean tooOften = !rates.tryConsume(page.id() + " " + client.network(), perAddress);
        boolean isRejected = tooOften
                ? !rates.tryConsume(page.id() + " set aside", config.setAsidePerMinute())
                : page.perMinute() != null && !rates.tryConsume(page.id(), page.perMinute());
        if (isRejected) {
            throw IntakeRefusedException.tooOften();
        }
        return tooOften;
    }

    /**
     * Submits an admitted form. Recognizes a repeat before checking for spam, because a captcha token is valid only once.
     *
     * @param filled with the idempotency key as the page sent it
     * @param tooOften the result of {@link #admit}
     * @param stored called with the full receipt, which the sender must not see
     * @return fails as {@link FormSubmissions#submit(FilledForm)}. Probable spam for which the form has no room is refused like
     *     forms above the rate limit: an honest sender learns that it was not accepted, and the guard is not named
     */
    public Uni<SubmitFormPayload> submit(
            PublicPage page,
            ClientInfo client,
            FilledForm filled,
            boolean tooOften,
            Consumer<SubmitFormPayload> stored) {
        String key = filled.idempotencyKey() == null ? null : "page " + filled.idempotencyKey();
        FilledForm form =
                filled.withAnswers(withoutReserved(page, filled.answers())).withIdempotencyKey(key);
        return submissions
                .earlier(form)
                .onItem()
                .ifNull()
                .switchTo(() -> isSpam(page, client, filled.answers(), tooOften)
                        .chain(spam -> submissions.submit(spam ? quarantined(form) : form)))
                .onFailure(QuarantineFullException.class)
                .transform(full -> IntakeRefusedException.tooOften())
                .invoke(stored)
                .map(PublicForms::minimalReceipt);
    }

    /** Uses a unique key, so that the same answers sent again by a person are not a repeat of the quarantined form. */
    private static FilledForm quarantined(FilledForm form) {
        return form.withIdempotencyKey("spam " + UUID.randomUUID()).withQuarantined(true);
    }

    private Uni<Boolean> isSpam(PublicPage page, ClientInfo client, Answers answers, boolean tooOften) {
        if (tooOften || SpamCheck.isSpam(page.guard(), answers, clock.instant())) {
            return Uni.createFrom().item(true);
        }
        SenderDefinition.Captcha required = page.captcha();
        if (required == null) {
            return Uni.createFrom().item(false);
        }
        List<String> tokens = answers.values(required.answer());
        return secrets.find(required.secretEnv())
                .map(secret -> captcha()
                        .isSolved(secret, tokens.isEmpty() ? null : tokens.get(0), client.address())
                        .map(solved -> !solved))
                .orElse(Uni.createFrom().item(true));
    }

    /** Created lazily: most gateways use no captcha. */
    private Captcha captcha() {
        if (captcha == null) {
            captcha = new Captcha(config.captcha().url(), config.captcha().timeout());
        }
        return captcha;
    }

    /** Removes fields that are meant for the gateway and are not answers. */
    private static Answers withoutReserved(PublicPage page, Answers answers) {
        GuardDefinition guard = page.guard();
        return answers.only(name -> !name.equals(SpamCheck.OPENED)
                && !name.equals(NextPage.ANSWER)
                && (guard == null || !name.equals(guard.honeypot()))
                && (page.captcha() == null || !name.equals(page.captcha().answer())));
    }

    private static SubmitFormPayload minimalReceipt(SubmitFormPayload payload) {
        if (payload.submission() == null) {
            return SubmitFormPayload.refused(payload.userErrors());
        }
        Submission receipt = SubmissionBuilder.builder()
                .id(payload.submission().id())
                .status(SubmissionStatus.QUEUED)
                .build();
        return new SubmitFormPayload(receipt, null, null, null, null, null, payload.userErrors());
    }
}
