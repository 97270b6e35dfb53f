package ghl.gateway.publicform;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.GuardDefinition;
import ghl.gateway.publicform.guard.Captcha;
import ghl.gateway.publicform.guard.ClientNetwork;
import ghl.gateway.publicform.guard.RateLimits;
import ghl.gateway.publicform.guard.SpamCheck;
import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Takes forms from pages that anybody can open. What seems to come from a machine is set aside, and answered as everything
 * else is. The answer says nothing but an id: neither about the person nor about the form's past.
 */
@ApplicationScoped
public class PublicForms {

    private final FormSubmissions submissions;
    private final SecretSettings secrets;
    private final IntakeConfig config;
    private final RateLimits rates;
    private final Clock clock;
    private volatile Captcha captcha;

    PublicForms(FormSubmissions submissions, SecretSettings secrets, IntakeConfig config, Clock clock) {
        this.submissions = submissions;
        this.secrets = secrets;
        this.config = config;
        this.rates = new RateLimits(clock);
        this.clock = clock;
    }

    /**
     * What a page sent.
     *
     * @param idempotencyKey null: the same answers within a short time are one submission
     * @param tooOften as {@link #admit} said
     */
    public record Filled(
            FormDefinition form,
            Answers answers,
            SubmissionContextInput context,
            ConsentInput consent,
            String idempotencyKey,
            boolean tooOften) {}

    /**
     * Looks whether somebody may send. Behind a proxy that nobody named, all people have one address: what comes from one
     * too often is set aside rather than lost, as long as it does not flood the form. What is set aside takes nothing of
     * what everybody together may send, or one address could take all of it.
     *
     * @return whether it comes too often from one address
     * @throws IntakeRefusedException when the page is not one of those that may send, or too much has come
     */
    public boolean admit(PublicPage page, ClientInfo visitor) {
        if (!visitor.isFrom(page.origins())) {
            throw IntakeRefusedException.forbidden("This form takes nothing from pages of this site");
        }
        int perAddress = page.perAddress() == null ? config.perMinute() : page.perAddress();
        boolean tooOften = isSpent(page.id() + " " + ClientNetwork.of(visitor.address()), perAddress);
        boolean tooMuch = tooOften
                ? isSpent(page.id() + " set aside", config.setAsidePerMinute())
                : page.perMinute() != null && isSpent(page.id(), page.perMinute());
        if (tooMuch) {
            throw IntakeRefusedException.tooOften();
        }
        return tooOften;
    }

    /**
     * To be asked for what was admitted. A repeat is told before anything is looked at, for a captcha holds once only. Fails
     * as {@link FormSubmissions#submit(FilledForm)} does.
     */
    public Uni<SubmitFormPayload> submit(PublicPage page, ClientInfo visitor, Filled filled) {
        return submissions
                .earlier(form(page, filled, false))
                .onItem()
                .ifNull()
                .switchTo(
                        () -> isSpam(page, visitor, filled).chain(spam -> submissions.submit(form(page, filled, spam))))
                .map(PublicReceipt::of);
    }

    private static FilledForm form(PublicPage page, Filled filled, boolean spam) {
        return new FilledForm(
                filled.form(),
                withoutReserved(page, filled.answers()),
                filled.context(),
                filled.consent(),
                key(filled, spam),
                MissingAnswerPolicy.REFUSED,
                spam);
    }

    /** What is set aside stands in nobody's way: the same answers, sent in earnest afterwards, are no repeat of it. */
    private static String key(Filled filled, boolean spam) {
        if (spam) {
            return "spam " + UUID.randomUUID();
        }
        return filled.idempotencyKey() == null ? null : "page " + filled.idempotencyKey();
    }

    private Uni<Boolean> isSpam(PublicPage page, ClientInfo visitor, Filled filled) {
        Answers answers = filled.answers();
        if (filled.tooOften() || SpamCheck.isSpam(page.guard(), answers, clock.instant())) {
            return Uni.createFrom().item(true);
        }
        GuardDefinition.Captcha wanted = page.captcha();
        if (wanted == null) {
            return Uni.createFrom().item(false);
        }
        List<String> given = answers.values(wanted.answer());
        return secrets.of(wanted.secretEnv())
                .map(secret -> captcha()
                        .isSolved(secret, given.isEmpty() ? null : given.get(0), visitor.address())
                        .map(solved -> !solved))
                .orElse(Uni.createFrom().item(true));
    }

    private Captcha captcha() {
        if (captcha == null) {
            captcha = new Captcha(config.captcha().url(), config.captcha().timeout());
        }
        return captcha;
    }

    private boolean isSpent(String who, int perMinute) {
        return rates.take(who, perMinute).compareTo(Duration.ZERO) > 0;
    }

    /** What is for the gateway, and no answer. */
    private static Answers withoutReserved(PublicPage page, Answers answers) {
        GuardDefinition guard = page.guard();
        Answers.Builder rest = Answers.builder();
        answers.names().stream()
                .filter(name -> !name.equals(SpamCheck.OPENED) && !name.equals(NextPage.ANSWER))
                .filter(name -> guard == null || !name.equals(guard.honeypot()))
                .filter(name ->
                        page.captcha() == null || !name.equals(page.captcha().answer()))
                .forEach(name -> answers.values(name).forEach(value -> rest.add(name, value)));
        return rest.build();
    }
}
