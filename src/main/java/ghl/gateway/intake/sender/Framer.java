package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * Framer's form webhooks. Answers are named by their input's name. A header contains the submission's id, which is signed
 * together with the body. Source: Framer's help page "Form webhook setup".
 */
final class Framer implements SenderFormat {

    private static final String SUBMISSION_ID = "Framer-Webhook-Submission-Id";

    @Override
    public SenderType type() {
        return SenderType.FRAMER;
    }

    @Override
    public Signature signature() {
        return BodySignature.hexadecimal("Framer-Signature", "sha256=", SUBMISSION_ID);
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.header(SUBMISSION_ID) != null;
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        return new SenderAnswers(questions)
                .addMembers(request.tree(), none -> false)
                .list()
                .received(request.header(SUBMISSION_ID));
    }
}
