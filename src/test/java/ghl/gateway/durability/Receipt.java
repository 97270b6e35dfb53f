package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The receipt of a submission. */
record Receipt(JsonNode json) {

    static final String FIELDS = "id status waitingFor reason replayed contactId contactOutcome settledAt nextAttemptAt"
            + " steps { number kind status attempts resultId error { code message } } warnings { code message }";

    private static final Set<String> WAITS_FOR_A_PERSON = Set.of("PARKED", "QUARANTINED", "DISCARDED");

    String id() {
        return json.path("id").textValue();
    }

    boolean isDone() {
        return status().equals("DONE");
    }

    boolean isParked() {
        return WAITS_FOR_A_PERSON.contains(status());
    }

    /** Nothing more happens unless a person acts; the late effect check is done, too. */
    boolean isAtRest() {
        return isParked() || (isDone() && json.hasNonNull("settledAt"));
    }

    boolean isWaitingForCredentials() {
        return "CREDENTIALS".equals(json.path("waitingFor").asText());
    }

    boolean isReplayed() {
        return json.path("replayed").booleanValue();
    }

    boolean hasReason() {
        return json.hasNonNull("reason");
    }

    String status() {
        return json.path("status").asText();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
