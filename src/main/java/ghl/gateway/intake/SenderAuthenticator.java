package ghl.gateway.intake;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.link.Links;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.intake.sender.Signature;
import ghl.gateway.intake.sender.Signature.Verdict;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.publicform.PublicPage;
import ghl.gateway.publicform.SecretSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Authenticates the sender of a form and checks that the form's definition allows it. Blocks. */
@ApplicationScoped
class SenderAuthenticator {

    private final FormSubmissions submissions;
    private final Links links;
    private final SecretSettings secrets;
    private final UnprovenSenders unproven;
    private final Clock clock;

    SenderAuthenticator(
            FormSubmissions submissions, Links links, SecretSettings secrets, UnprovenSenders unproven, Clock clock) {
        this.submissions = submissions;
        this.links = links;
        this.secrets = secrets;
        this.unproven = unproven;
        this.clock = clock;
    }

    /**
     * Everything but the signature, which {@link #verify} checks.
     *
     * @throws IntakeRefusedException when the sender is not allowed
     */
    Sender authenticate(FormPost post, FormDefinition form) {
        if (post.secret() != null) {
            return byLink(post.secret(), form);
        }
        if (post.credentials().caller() != null) {
            return byKey(post.credentials(), form);
        }
        Optional<SenderDefinition> signer = Senders.signer(post.headers()).flatMap(form::sender);
        if (signer.isPresent()) {
            if (signer.get().secretEnv() == null) {
                throw unproven.refuse(form, post.headers());
            }
            return Sender.signedBy(signer.get());
        }
        if (form.sender(SenderType.PUBLIC).isPresent()) {
            return Sender.ofPage(PublicPage.of(form, null));
        }
        Optional<SenderDefinition> keyed = keyInBody(form);
        if (keyed.isPresent()) {
            return Sender.signedBy(keyed.get());
        }
        throw unproven.refuse(form, post.headers());
    }

    /** Answers "not found" for an invalid secret, so that guessing does not reveal whether a form exists. */
    private Sender byLink(String secret, FormDefinition form) {
        return links.sender(form.name(), secret)
                .flatMap(type -> allowedType(type, form))
                .or(() -> form.senders().stream()
                        .filter(sender -> Senders.signature(sender.type()).isEmpty())
                        .filter(sender -> secrets.find(sender.secretEnv())
                                .filter(expected -> SecretSettings.isEqual(expected, secret))
                                .isPresent())
                        .map(SenderDefinition::type)
                        .findFirst())
                .map(Sender::authenticated)
                .orElseThrow(IntakeRefusedException::notFound);
    }

    /**
     * A link created for capture also serves the unsigned sender that the definition names later, and the one whose secret
     * is in its bodies, which is checked behind a link too.
     */
    private static Optional<SenderType> allowedType(SenderType type, FormDefinition form) {
        if (form.sender(type).isPresent()) {
            return Optional.of(type);
        }
        return form.senders().stream()
                .filter(sender -> type == SenderType.LINK)
                .filter(sender -> sender.secretEnv() == null || sender.type() == SenderType.GOOGLE_ADS)
                .map(SenderDefinition::type)
                .filter(other -> other != SenderType.PUBLIC)
                .findFirst();
    }

    private Sender byKey(FormPost.Credentials credentials, FormDefinition form) {
        Caller caller = credentials.caller();
        if (caller.kind() == Caller.Kind.PUBLISHABLE_KEY) {
            return Sender.ofPage(PublicPage.of(form, credentials.key()));
        }
        boolean hasAccess = caller.locations().contains(submissions.locationOf(form));
        if (!caller.may(Role.SUBMITTER) || !hasAccess) {
            throw IntakeRefusedException.forbidden("This key has no permission to submit this form");
        }
        return Sender.authenticated(SenderType.LINK);
    }

    /** Whether {@link #authenticate} allows the sender. */
    boolean accepts(FormPost post, FormDefinition form) {
        try {
            authenticate(post, form);
            return true;
        } catch (IntakeRefusedException refused) {
            return false;
        }
    }

    /** The sender whose secret is in its bodies, so that headers do not tell its requests. */
    private static Optional<SenderDefinition> keyInBody(FormDefinition form) {
        return form.sender(SenderType.GOOGLE_ADS).filter(sender -> sender.secretEnv() != null);
    }

    /**
     * Checks the signature, or the secret in the body.
     *
     * @return the sender that the body is read as: another one when only the body tells who sent it
     * @throws IntakeRefusedException when this body does not prove its sender
     */
    Sender verify(Sender sender, FormDefinition form, RequestBody body) {
        Sender actual = sender.signer() == null ? ofBody(sender, body, form).orElse(sender) : sender;
        if (actual.signer() == null) {
            return actual;
        }
        Verdict verdict = verdict(actual.signer(), body);
        if (verdict != Verdict.VALID) {
            throw unproven.refuse(form, actual.signer(), verdict, body);
        }
        return actual;
    }

    /** A post without a link that has the field for a key must prove the key. */
    private static Optional<Sender> ofBody(Sender sender, RequestBody body, FormDefinition form) {
        return keyInBody(form)
                .filter(keyed ->
                        Senders.guess(body) == keyed.type() || sender.isPage() && hasSecret(keyed.type(), body))
                .map(Sender::signedBy);
    }

    /** Whether a body has the field for a secret, right or wrong. */
    private static boolean hasSecret(SenderType type, RequestBody body) {
        try {
            return Senders.signature(type).orElseThrow().isIn(body);
        } catch (MalformedBodyException unreadable) {
            return false;
        }
    }

    private Verdict verdict(SenderDefinition signer, RequestBody body) {
        Signature signature = Senders.signature(signer.type()).orElseThrow();
        try {
            return secrets.find(signer.secretEnv())
                    .map(secret -> signature.check(body, secret, clock.instant()))
                    .orElse(Verdict.WRONG);
        } catch (MalformedBodyException unreadable) {
            return Verdict.WRONG;
        }
    }
}
