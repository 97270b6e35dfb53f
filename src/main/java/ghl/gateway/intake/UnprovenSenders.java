package ghl.gateway.intake;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.intake.sender.Signature.Verdict;
import ghl.gateway.intake.statistics.FormSources;
import ghl.gateway.log.LogPause;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.time.Steady;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Refuses senders that do not prove who they are. Counts each refusal, and logs one line for each form, sender, cause and day: some
 * senders do not repeat, so that their leads are lost.
 */
@ApplicationScoped
class UnprovenSenders {

    private static final Logger LOG = Logger.getLogger(UnprovenSenders.class);
    private static final Duration LOG_PAUSE = Duration.ofDays(1);

    /** What Cal.com sends instead of a signature. */
    private static final String NO_SECRET = "no-secret-provided";

    private static final String MISSING_SIGNATURE = "The signature, or a header that belongs to it, is missing";

    private final FormSources sources;
    private final LogPause lines;

    UnprovenSenders(FormSources sources, @Steady Clock steadyClock) {
        this.sources = sources;
        this.lines = new LogPause(steadyClock, LOG_PAUSE);
    }

    /**
     * Refuses a request without a link, a key, and a signature that can be checked.
     *
     * @param headers by lower-case name
     */
    IntakeRefusedException refuse(FormDefinition form, Map<String, String> headers) {
        Optional<SenderType> signer = Senders.signer(headers);
        if (signer.isPresent()) {
            return refuse(form, signer.get(), uncheckable(form, signer.get()));
        }
        String message =
                "This form requires a sender's signature, a secret link or an access key, as its definition says";
        count(form, onlySender(form), message + ". " + remedy(form));
        return IntakeRefusedException.unauthenticated(message);
    }

    /** Refuses a request whose signature or secret is not valid. */
    IntakeRefusedException refuse(FormDefinition form, SenderDefinition signer, Verdict verdict, RequestBody body) {
        String message =
                switch (verdict) {
                    case EXPIRED ->
                        "The signature's timestamp is too old or in the future: check the clocks of the gateway and of the"
                                + " sender";
                    case MISSING ->
                        (hasKey(signer) ? "The body has no google_key" : MISSING_SIGNATURE) + remedy(signer);
                    default -> wrong(signer, body) + remedy(signer);
                };
        return refuse(form, signer.type(), message);
    }

    private IntakeRefusedException refuse(FormDefinition form, SenderType source, String message) {
        count(form, source, message);
        return IntakeRefusedException.unauthenticated(message);
    }

    private void count(FormDefinition form, SenderType source, String reason) {
        sources.rejected(form.name(), source);
        if (lines.isOver(form.name() + " " + source + " " + reason)) {
            LOG.warnf(
                    "A post to /forms/%s was refused as one of %s. It is lost unless the sender repeats it. %s",
                    form.name(), source.text(), reason);
        }
    }

    private static String uncheckable(FormDefinition form, SenderType signer) {
        return form.sender(signer).isPresent()
                ? "The form's definition names no secretEnv for " + signer.text()
                        + ", so that its signature cannot be checked: it must post to its link, or the definition must name"
                        + " its secretEnv"
                : "The form's definition has no sender " + signer.text() + ": add it under senders, with its secretEnv";
    }

    /** The definition's only sender; a link if it has several. */
    private static SenderType onlySender(FormDefinition form) {
        return form.senders().size() == 1 ? form.senders().get(0).type() : SenderType.LINK;
    }

    private static String remedy(FormDefinition form) {
        List<SenderDefinition> signers = form.senders().stream()
                .filter(sender -> sender.secretEnv() != null
                        && Senders.signature(sender.type()).isPresent())
                .toList();
        return signers.isEmpty()
                ? "Give the sender a link: POST /ops/forms/" + form.name() + "/links"
                : "The signature is missing: the sender's secret must be the value of "
                        + signers.stream()
                                .map(sender -> sender.secretEnv() + " ("
                                        + sender.type().text() + ")")
                                .collect(Collectors.joining(" or "));
    }

    private static String wrong(SenderDefinition signer, RequestBody body) {
        if (hasKey(signer)) {
            return "The body's google_key is not the expected one";
        }
        String received =
                body.header(Senders.signature(signer.type()).orElseThrow().header());
        return signer.type() == SenderType.CAL_COM && NO_SECRET.equals(received)
                ? "Cal.com has no secret set for this webhook"
                : "The signature is not valid for this body";
    }

    private static String remedy(SenderDefinition signer) {
        return ": enter the value of the gateway's " + signer.secretEnv() + " as the "
                + (hasKey(signer) ? "key" : "secret") + " of the webhook in "
                + signer.type().text();
    }

    /** Whether the secret itself is in its bodies. */
    private static boolean hasKey(SenderDefinition signer) {
        return signer.type() == SenderType.GOOGLE_ADS;
    }
}
