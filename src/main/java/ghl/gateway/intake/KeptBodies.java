package ghl.gateway.intake;

import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.submission.accept.SubmissionRequest;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.operator.NotPossibleException;
import ghl.gateway.submission.operator.UnreadableForms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps bodies that could not be read, and reads them again with the present definition. */
@ApplicationScoped
class KeptBodies implements UnreadableForms {

    private static final Pattern CREDENTIAL = Pattern.compile("auth(orization)?$|cookie|token|secret|passw|key$");

    private final Forms forms;
    private final FormSubmissions submissions;

    KeptBodies(Forms forms, FormSubmissions submissions) {
        this.forms = forms;
        this.submissions = submissions;
    }

    /** Without the credentials among the headers: the sender has been authenticated. */
    static ReceivedBody keep(SenderType sender, RequestBody body) {
        Map<String, String> headers = body.headers().entrySet().stream()
                .filter(header -> !isCredential(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ReceivedBody(sender.name(), body.contentType(), headers, body.bytes());
    }

    private static boolean isCredential(String header) {
        return CREDENTIAL.matcher(header).find() && !header.equals(ReceivedForms.IDEMPOTENCY_KEY);
    }

    @Override
    public SubmissionRequest read(String form, ReceivedBody kept) {
        FormDefinition definition = forms.find(form)
                .orElseThrow(() -> new NotPossibleException(
                        "It cannot be read: form " + form + " does not exist. Add its definition, then retry"));
        SenderType sender = SenderType.valueOf(kept.sender());
        ReceivedAnswers received = answers(definition, sender, kept);
        return submissions.request(ReceivedForms.ofSender(definition, sender, kept.headers(), received));
    }

    private static ReceivedAnswers answers(FormDefinition form, SenderType sender, ReceivedBody kept) {
        Reading reading =
                Reading.ofProven(form, sender, new RequestBody(kept.bytes(), kept.contentType(), kept.headers()));
        if (reading.outcome() != Reading.Outcome.ANSWERS) {
            String remedy = reading.remedy() == null ? "discard it if it is no form" : reading.remedy();
            throw new NotPossibleException(
                    "It still cannot be read: " + reading.reason() + ". Look at its body; " + remedy);
        }
        return reading.received();
    }
}
