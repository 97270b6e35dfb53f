package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import ghl.gateway.submission.receipt.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup that was taken in mid-delivery is restored after the gateway had delivered everything. */
@Tag("proof")
class RestoredJournalIT {

    private static final int FORMS = 60;
    private static final int PEOPLE = 40;
    private static final int DELIVERED_BEFORE_THE_COPY = 15;
    private static final int CHANGED_BY_A_PERSON = 5;
    private static final String CHANGE = "Changed by a person";

    private static CrmProcess crm;

    @BeforeAll
    static void startTheCrm() {
        crm = CrmProcess.start();
    }

    @AfterAll
    static void stopTheCrm() {
        crm.close();
    }

    @ParameterizedTest
    @EnumSource
    void restored_backup_duplicates_nothing_and_sets_no_value_back(JournalCopy backup) {
        CrmLocation location = crm.location(Map.of());
        List<PersonHistory> people = people(location);
        GatewayLaunch launch = gateway().with("SUBMISSION_THREADS", "2");
        GatewayLaunch restored;
        List<PersonHistory> changed;
        location.fault(Map.of("operation", "*", "delayMs", 400, "times", 100_000));
        try (GatewayProcess original = launch.start()) {
            GraphCaller caller = new GraphCaller(original);
            sendAll(people, caller);
            Patience.await().until(() -> location.reached("create-note") >= DELIVERED_BEFORE_THE_COPY);
            restored = backup.of(launch);
            List<PersonHistory> untouched = people.stream()
                    .filter(person -> isUntouched(person, caller))
                    .toList();
            changed = untouched.subList(0, CHANGED_BY_A_PERSON);
            location.heal();
            people.forEach(person -> receipts(person, caller));
            changed.forEach(person -> person.changeInCrm("city", CHANGE));
            original.kill();
        }

        GatewayLaunch.Outcome command = restored.run("restored");

        List<String> deviations = new ArrayList<>();
        if (command.exitCode() != 0) {
            deviations.add("the command failed: " + command.output());
        }
        try (GatewayProcess next = restored.start()) {
            GraphCaller caller = new GraphCaller(next);
            for (PersonHistory person : people) {
                List<Receipt> receipts = receipts(person, caller);
                person.deviations(receipts).forEach(deviation -> deviations.add(person.email() + ": " + deviation));
                receipts.stream()
                        .filter(receipt -> !receipt.isAtRest())
                        .forEach(receipt -> deviations.add("is not at rest: " + receipt));
                if (changed.contains(person)) {
                    receipts.stream()
                            .filter(receipt -> !showsBothValues(receipt))
                            .forEach(receipt -> deviations.add("is not parked with both values: " + receipt));
                }
            }
        }
        System.out.println(backup + ": " + deviations.size() + " deviations");
        assertThat(deviations).as(restored.home().toString()).isEmpty();
    }

    /** The process is killed between two submissions, so that no step is in doubt. */
    @Test
    void backlog_after_an_ordinary_crash_costs_no_reads() {
        CrmLocation calm = crm.location(Map.of());
        GatewayLaunch undisturbed = gateway().with(TestScale.UNHURRIED);
        try (GatewayProcess gateway = undisturbed.start()) {
            deliver(people(calm), new GraphCaller(gateway));
        }
        CrmLocation location = crm.location(Map.of());
        List<PersonHistory> people = people(location);
        GatewayLaunch launch = gateway().with(TestScale.UNHURRIED).with("SUBMISSION_THREADS", "1");
        String failpoint = "work.start";
        try (GatewayProcess doomed = launch.with("GATEWAY_FAILPOINT", failpoint + ":" + DELIVERED_BEFORE_THE_COPY)
                .start()) {
            sendAll(people, new GraphCaller(doomed));
            doomed.awaitLine("PAUSED AT " + failpoint, Patience.LIMIT);
            doomed.kill();
        }

        try (GatewayProcess next = launch.start()) {
            people.forEach(person -> receipts(person, new GraphCaller(next)));
        }

        assertThat(location.calls()).isEqualTo(calm.calls());
    }

    private static GatewayLaunch gateway() {
        return Engine.SQLITE.gateway(crm).with("HIGHLEVEL_BUDGET_BURST", "100000");
    }

    private static List<PersonHistory> people(CrmLocation location) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> new PersonHistory("person" + number + "@example.com", location))
                .toList();
    }

    private static void deliver(List<PersonHistory> people, GraphCaller caller) {
        sendAll(people, caller);
        people.forEach(person -> receipts(person, caller));
    }

    /** The first people send two forms. */
    private static void sendAll(List<PersonHistory> people, GraphCaller caller) {
        for (int number = 0; number < FORMS; number++) {
            PersonHistory person = people.get(number % PEOPLE);
            PersonForm form = form(person.email(), number);
            person.accepted(form, caller.submit(person.location(), form.input()).id());
        }
    }

    private static PersonForm form(String email, int number) {
        String city = "City " + number;
        return new PersonForm(
                Map.of(
                        "contact", Map.of("email", email, "city", city),
                        "tasks", List.of(Forms.task("Task " + number, "Soon")),
                        "notes", List.of(Map.of("body", "Note " + number)),
                        "wait", "PT0S"),
                Map.of("city", city),
                List.of("Task " + number),
                List.of("Note " + number));
    }

    /** One form of which nothing is delivered yet, so that nothing of it was when the copy was made. */
    private static boolean isUntouched(PersonHistory person, GraphCaller caller) {
        return person.submissionIds().size() == 1
                && caller.find(person.submissionIds().get(0))
                        .filter(receipt -> receipt.steps(StepKind.UPSERT_CONTACT).stream()
                                .allMatch(
                                        step -> step.path("status").textValue().equals("TODO")))
                        .isPresent();
    }

    private static List<Receipt> receipts(PersonHistory person, GraphCaller caller) {
        return person.submissionIds().stream()
                .map(id -> caller.awaitRest(id, Patience.LIMIT).orElseThrow())
                .toList();
    }

    private static boolean showsBothValues(Receipt receipt) {
        String reasons = receipt.steps(StepKind.UPSERT_CONTACT)
                .get(0)
                .at("/error/reasons")
                .toString();
        return receipt.isParkedAs("CHANGED_SINCE_BACKUP") && reasons.contains(CHANGE) && reasons.contains("City ");
    }
}
