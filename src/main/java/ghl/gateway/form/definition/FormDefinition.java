package ghl.gateway.form.definition;

import java.util.List;
import java.util.Optional;

/**
 * A form as its file defines it.
 *
 * @param name the file's name without its extension
 * @param title shown to people; the name unless the file sets one
 * @param locationId the form's location; null for the one that the caller names, or the gateway's default
 * @param answers the questions, in the file's order
 * @param senders who may submit it in addition to holders of secret keys
 * @param actions what its answers create in the CRM
 */
public record FormDefinition(
        String name,
        String title,
        String locationId,
        List<AnswerDefinition> answers,
        List<SenderDefinition> senders,
        ActionsDefinition actions) {

    public Optional<AnswerDefinition> answer(String answerName) {
        return answers.stream()
                .filter(answer -> answer.name().equals(answerName))
                .findFirst();
    }

    /** The sender of a type; a form has at most one per type. */
    public Optional<SenderDefinition> sender(SenderType type) {
        return senders.stream().filter(sender -> sender.type() == type).findFirst();
    }
}
