package ghl.gateway.submission;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmissionStep;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepResult;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import ghl.gateway.submission.step.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** How far one submission has got. Used by one thread. */
final class Run {

    private final String id = UUID.randomUUID().toString();
    private final Plan plan;
    private final Clock clock;
    private final Instant createdAt;
    private final List<StepResult> results = new ArrayList<>();
    private String contactId;

    Run(Plan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.createdAt = clock.instant();
        this.contactId = plan.contactId();
    }

    Target target() {
        return new Target(plan.locationId(), contactId);
    }

    boolean goesOn() {
        if (results.isEmpty()) {
            return true;
        }
        StepResult last = results.get(results.size() - 1);
        boolean contactRefused = last instanceof Refused && lastStep().settlesContact();
        return !(last instanceof TryAgain) && !contactRefused;
    }

    void record(StepResult result) {
        results.add(result);
        if (result instanceof Done done && lastStep().settlesContact()) {
            contactId = done.resultId();
        }
    }

    private Step lastStep() {
        return plan.steps().get(results.size() - 1);
    }

    SubmitFormPayload payload() {
        Contact contact = answers(done -> done.answer().contact()).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
        List<Task> tasks = answers(done -> done.answer().task());
        List<Note> notes = answers(done -> done.answer().note());
        List<String> tags = answers(done -> done.answer().tags()).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new SubmitFormPayload(submission(), contact, orNull(tasks), orNull(notes), tags, null, List.of());
    }

    private Submission submission() {
        ParkReason reason = parkReason();
        return new Submission(
                id,
                null,
                reason == null ? SubmissionStatus.DONE : SubmissionStatus.PARKED,
                null,
                reason,
                false,
                contactOutcome(),
                contactId,
                steps(),
                warnings(),
                createdAt,
                clock.instant(),
                null,
                reason == null ? clock.instant() : null,
                null,
                plan.locationId());
    }

    /** Trouble goes before a refusal: whoever looks must know first that something may have been done. */
    private ParkReason parkReason() {
        return results.stream()
                .map(Run::parkReason)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(reason -> reason != ParkReason.REFUSED))
                .orElse(null);
    }

    private static ParkReason parkReason(StepResult result) {
        if (result instanceof Refused) {
            return ParkReason.REFUSED;
        }
        if (result instanceof TryAgain trouble) {
            if (trouble.error().code().equals("UPSTREAM_UNAUTHORIZED")) {
                return ParkReason.UNAUTHORIZED;
            }
            return trouble.maybeDone() ? ParkReason.UNSURE : ParkReason.UNAVAILABLE;
        }
        return null;
    }

    private ContactOutcome contactOutcome() {
        return answers(Done::contactOutcome).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private List<SubmissionStep> steps() {
        List<SubmissionStep> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            steps.add(
                    i < results.size()
                            ? tried(i + 1, step, results.get(i))
                            : new SubmissionStep(i + 1, step.kind(), untried(), 0, null, null, null));
        }
        return steps;
    }

    private static SubmissionStep tried(int number, Step step, StepResult result) {
        String resultId = result instanceof Done done ? done.resultId() : null;
        return new SubmissionStep(number, step.kind(), result.status(), 1, resultId, error(result), null);
    }

    private static StepError error(StepResult result) {
        if (result instanceof Refused refused) {
            return refused.error();
        }
        return result instanceof TryAgain trouble ? trouble.error() : null;
    }

    /** After a refused contact the rest can never run; after trouble it still may. */
    private StepStatus untried() {
        return results.get(results.size() - 1) instanceof Refused ? StepStatus.SKIPPED : StepStatus.TODO;
    }

    private List<Warning> warnings() {
        return results.stream()
                .filter(Done.class::isInstance)
                .flatMap(result -> ((Done) result).warnings().stream())
                .toList();
    }

    private <T> List<T> answers(Function<Done, T> part) {
        return results.stream()
                .filter(Done.class::isInstance)
                .map(result -> part.apply((Done) result))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
