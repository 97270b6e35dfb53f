package ghl.gateway.durability;

import ghl.gateway.submission.receipt.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * A failpoint of the write path, and what it takes to reach it.
 *
 * @param form the form that reaches it, by seed
 * @param troubles faults of the CRM that must happen first
 */
record KillPoint(String name, LongFunction<FormCase> form, List<Map<String, Object>> troubles) {

    private static final List<String> MOMENTS = List.of("before-intent", "after-intent", "after-call", "after-result");
    private static final Map<String, Object> NOTE_ANSWER_LOST = lostAnswer("create-note");

    /** The first call for the note takes effect after the probe found nothing and before the late effect check. */
    private static final Map<String, Object> NOTE_LATE =
            Map.of("operation", "create-note", "applyLateMs", TestScale.QUIET.toMillis() * 2);

    static List<KillPoint> all() {
        List<KillPoint> all = new ArrayList<>();
        for (String moment : List.of("accept.before", "accept.in", "accept.after", "work.start")) {
            all.add(new KillPoint(moment, KillPoint::anyForm, List.of()));
        }
        for (StepKind kind : StepKind.values()) {
            for (String moment : MOMENTS) {
                all.add(step(kind, moment));
            }
        }
        all.add(probe(StepKind.CREATE_CONTACT, "create-contact"));
        all.add(probe(StepKind.ADD_TASK, "create-task"));
        all.add(probe(StepKind.ADD_NOTE, "create-note"));
        all.add(new KillPoint("quiet", KillPoint::notingForm, List.of(NOTE_ANSWER_LOST)));
        all.add(new KillPoint("settle", KillPoint::notingForm, List.of(NOTE_LATE)));
        all.add(new KillPoint("settle.after", KillPoint::notingForm, List.of(NOTE_LATE)));
        all.add(new KillPoint("complete", KillPoint::anyForm, List.of()));
        all.add(new KillPoint("sweeper", KillPoint::notingForm, List.of(NOTE_ANSWER_LOST)));
        return all;
    }

    /**
     * One of each behaviour: before its intent and after its result a step leaves the same state whatever its kind, so one kind
     * stands for all.
     */
    static List<KillPoint> distinct() {
        return all().stream()
                .filter(point -> !point.isBetweenSteps() || point.name.startsWith("step." + StepKind.ADD_TASK))
                .toList();
    }

    private boolean isBetweenSteps() {
        return name.endsWith(".before-intent") || name.endsWith(".after-result");
    }

    static KillPoint step(StepKind kind, String moment) {
        return new KillPoint("step." + kind + "." + moment, seed -> FormCase.with(kind, seed), List.of());
    }

    /** The same point with a CRM that shows the gateway empty lists. */
    KillPoint hiding(String operation, String list) {
        return new KillPoint(
                name,
                form,
                List.of(Map.of("operation", operation, "times", 1000, "status", 200, "body", Map.of(list, List.of()))));
    }

    boolean isBeforeTheAnswer() {
        return name.startsWith("accept.");
    }

    /** Nothing is stored yet: only a repeat with the same key delivers the form. */
    boolean isBeforeTheCommit() {
        return name.equals("accept.before") || name.equals("accept.in");
    }

    @Override
    public String toString() {
        return name;
    }

    private static KillPoint probe(StepKind kind, String operation) {
        return new KillPoint("probe." + kind, seed -> FormCase.with(kind, seed), List.of(lostAnswer(operation)));
    }

    private static Map<String, Object> lostAnswer(String operation) {
        return Map.of("operation", operation, "dropAnswer", true);
    }

    private static FormCase anyForm(long seed) {
        return FormCase.values()[(int) Math.floorMod(seed, FormCase.values().length)];
    }

    private static FormCase notingForm(long seed) {
        return FormCase.with(StepKind.ADD_NOTE, seed);
    }
}
