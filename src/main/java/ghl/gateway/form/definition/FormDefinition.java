package ghl.gateway.form.definition;

import java.util.List;
import java.util.Optional;

/**
 * A form as its file says it.
 *
 * @param name the file's name without its ending
 * @param title what people read; the name where the file says nothing
 * @param locationId the form's location; null: the gateway's own, or the one that a caller with rights to several names
 * @param answers the questions, in the order of the file
 * @param senders who may send it beside holders of secret keys; empty: nobody
 * @param actions what its answers make in the CRM
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

    /** The sender of a type; a form has at most one of each. */
    public Optional<SenderDefinition> sender(SenderType type) {
        return senders.stream().filter(sender -> sender.type() == type).findFirst();
    }
}
