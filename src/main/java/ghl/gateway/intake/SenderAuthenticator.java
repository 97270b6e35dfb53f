package ghl.gateway.intake;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
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

/** Finds out who sends a form, and whether the form's definition takes it from that one. Blocks. */
@ApplicationScoped
class SenderAuthenticator {

    private final FormSubmissions submissions;
    private final Links links;
    private final SecretSettings secrets;
    private final Clock clock;

    SenderAuthenticator(FormSubmissions submissions, Links links, SecretSettings secrets, Clock clock) {
        this.submissions = submissions;
        this.links = links;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws IntakeRefusedException when it is nobody from whom the form takes anything */
    Sender recognise(FormPost post, FormDefinition form) {
        if (post.secret() != null) {
            return byLink(post.secret(), form);
        }
        if (post.credentials().caller() != null) {
            return byKey(post.credentials(), form);
        }
        Optional<SenderDefinition> signer = Senders.signer(post.posted()).flatMap(form::sender);
        if (signer.isPresent()) {
            return bySignature(post, signer.get());
        }
        if (form.sender(SenderType.PUBLIC).isPresent()) {
            return new Sender(SenderType.PUBLIC, PublicPage.of(form, null));
        }
        throw IntakeRefusedException.unauthenticated(
                "This form takes nothing without a signature, a link or a key: its definition says from whom");
    }

    /** Nothing tells whoever guesses addresses that a form is there. */
    private Sender byLink(String secret, FormDefinition form) {
        return links.sender(form.name(), secret)
                .flatMap(type -> taken(type, form))
                .or(() -> form.senders().stream()
                        .filter(sender -> Senders.signature(sender.type()).isEmpty())
                        .filter(sender -> secrets.of(sender)
                                .filter(own -> SecretSettings.equal(own, secret))
                                .isPresent())
                        .map(SenderDefinition::type)
                        .findFirst())
                .map(Sender::proved)
                .orElseThrow(IntakeRefusedException::notFound);
    }

    /** A link that was made for capture is for whichever sender the definition names in the end. */
    private static Optional<SenderType> taken(SenderType type, FormDefinition form) {
        if (form.sender(type).isPresent()) {
            return Optional.of(type);
        }
        return form.senders().stream()
                .filter(sender -> type == SenderType.LINK && sender.secretEnv() == null)
                .map(SenderDefinition::type)
                .filter(other -> other != SenderType.PUBLIC)
                .findFirst();
    }

    private Sender byKey(FormPost.Credentials credentials, FormDefinition form) {
        Caller caller = credentials.caller();
        if (caller.kind() == Caller.Kind.PUBLISHABLE_KEY) {
            return new Sender(SenderType.PUBLIC, PublicPage.of(form, credentials.key()));
        }
        boolean reaches = caller.locations().contains(submissions.locationOf(form));
        if (!caller.may(Role.SUBMITTER) || !reaches) {
            throw IntakeRefusedException.forbidden("This key may not submit this form");
        }
        return Sender.proved(SenderType.LINK);
    }

    private Sender bySignature(FormPost post, SenderDefinition sender) {
        Signature signature = Senders.signature(sender.type()).orElseThrow();
        Verdict verdict = secrets.of(sender)
                .map(secret -> signature.check(post.posted(), secret, clock.instant()))
                .orElse(Verdict.WRONG);
        return switch (verdict) {
            case VALID -> Sender.proved(sender.type());
            case MISSING ->
                throw IntakeRefusedException.unauthenticated("A header that belongs to the signature is missing");
            case WRONG -> throw IntakeRefusedException.unauthenticated("The signature does not hold");
            case OUT_OF_TIME ->
                throw IntakeRefusedException.unauthenticated("The signature was made too long ago, or in the future");
        };
    }
}
