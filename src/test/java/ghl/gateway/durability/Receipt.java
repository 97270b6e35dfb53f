package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.submission.receipt.StepKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The receipt of a submission. */
record Receipt(JsonNode json) {

    static final String FIELDS = "id status waitingFor reason replayed contactId contactOutcome settledAt nextAttemptAt"
            + " steps { number kind status attempts resultId error { code message reasons } } warnings { code message }";

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

    boolean isWaitingForQuiet() {
        return status().equals("WAITING")
                && "QUIET".equals(json.path("waitingFor").asText());
    }

    boolean isParkedAs(String reason) {
        return status().equals("PARKED") && reason.equals(json.path("reason").asText());
    }

    /** Whether a warning names a value, such as {@code firstName} or {@code tag vip}. */
    boolean warnsOf(String name) {
        return warnsOf(name, "");
    }

    /** Whether a warning says that this value was set back by a late effect, and set again. */
    boolean isRepaired(String name) {
        return warnsOf(name, "REPAIRED");
    }

    boolean hasRepairs() {
        return StreamSupport.stream(json.path("warnings").spliterator(), false)
                .anyMatch(warning -> "REPAIRED".equals(warning.path("code").asText()));
    }

    private boolean warnsOf(String name, String code) {
        Pattern word = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
        return StreamSupport.stream(json.path("warnings").spliterator(), false)
                .filter(warning -> warning.path("code").asText().contains(code))
                .anyMatch(warning ->
                        word.matcher(warning.path("message").asText()).find());
    }

    /** Steps of a kind. */
    List<JsonNode> steps(StepKind kind) {
        return StreamSupport.stream(json.path("steps").spliterator(), false)
                .filter(step -> kind.name().equals(step.path("kind").asText()))
                .toList();
    }

    /** Status and warnings. */
    String outline() {
        return status() + " " + json.path("warnings");
    }

    String status() {
        return json.path("status").asText();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
