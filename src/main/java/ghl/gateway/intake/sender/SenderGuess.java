package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Optional;

/** Who may have sent a body, by its shape alone: no proof of anything. */
public record SenderGuess(SenderType sender, ReceivedAnswers flattened) {

    /** Those whose bodies cannot be taken for another one's; what is left is read as it comes. */
    private static final List<SenderType> TELLING =
            List.of(SenderType.TYPEFORM, SenderType.TALLY, SenderType.JOTFORM, SenderType.WEBFLOW, SenderType.LINK);

    /** Empty when nobody can read it. */
    public static Optional<SenderGuess> of(RequestBody posted) {
        return TELLING.stream().flatMap(type -> read(type, posted).stream()).findFirst();
    }

    private static Optional<SenderGuess> read(SenderType type, RequestBody posted) {
        try {
            return Optional.of(new SenderGuess(type, Senders.flattener(type).flatten(posted)));
        } catch (MalformedBodyException e) {
            return Optional.empty();
        }
    }
}
