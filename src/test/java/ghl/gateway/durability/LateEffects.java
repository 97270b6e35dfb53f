package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * People fill in one form after the other, calls take effect late or lose their answers, and gateways are killed and frozen.
 * Afterwards each contact must be what its forms made of it, in the order of their acceptance.
 */
final class LateEffects {

    private static final List<String> OPERATIONS =
            List.of("upsert-contact", "upsert-contact", "update-contact", "add-tags", "remove-tags");
    private static final List<Trouble> OTHER_TROUBLES = List.of(
            Trouble.FAILED_WITHOUT_EFFECT,
            Trouble.FAILED_AFTER_THE_EFFECT,
            Trouble.DROPPED_WITHOUT_EFFECT,
            Trouble.DROPPED_AFTER_THE_EFFECT,
            Trouble.SLOWER_THAN_THE_LIMIT);
    private static final Duration AT_REST = Patience.LIMIT.multipliedBy(5);
    private static final int USUAL_BURST = 3;
    private static final int LATEST_MS = (int) TestScale.QUIET.toMillis() * 2;
    private static final int LONGEST_LIFE_MS = 1_500;

    /**
     * @param troubled share of the forms that come with a fault; two of three faults are late effects
     * @param apart whether each person has a location, so that a fault hits the same person's next call
     */
    record Size(int people, int formsEach, int kills, int freezes, double troubled, boolean apart) {

        int forms() {
            return people * formsEach;
        }
    }

    private final CrmProcess crm;
    private final GatewayLaunch launch;
    private final int replicaCount;
    private final Size size;
    private final String story;
    private final Random random;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger otherFaults = new AtomicInteger();
    private final Set<String> repaired = ConcurrentHashMap.newKeySet();
    private final Queue<String> excused = new ConcurrentLinkedQueue<>();
    private final Report report;

    LateEffects(CrmProcess crm, Engine engine, int replicaCount, Size size, long seed, Report report) {
        this.crm = crm;
        this.launch = engine.gateway(crm).with("HIGHLEVEL_BUDGET_BURST", "100000");
        this.replicaCount = replicaCount;
        this.size = size;
        this.story = engine + ", gateways: " + replicaCount + ", seed " + seed;
        this.random = new Random(seed);
        this.report = report;
    }

    /** Adds an outcome for each time that a person is at rest, and prints the figures. */
    void run() throws Exception {
        List<PersonHistory> people = people();
        ExecutorService senders = Executors.newFixedThreadPool(size.people());
        try (Replicas replicas = Replicas.start(replicaCount, launch)) {
            List<CompletableFuture<Void>> sending = people.stream()
                    .map(person -> {
                        Random own = new Random(random.nextLong());
                        return CompletableFuture.runAsync(() -> fillIn(person, replicas, own), senders);
                    })
                    .toList();
            disturb(replicas, sending);
            sending.forEach(CompletableFuture::join);
        } finally {
            senders.shutdownNow();
        }
        System.out.println(figures());
    }

    private List<PersonHistory> people() {
        CrmLocation shared = crm.location(PersonFormFiller.SETTINGS);
        return IntStream.range(0, size.people())
                .mapToObj(number -> new PersonHistory(
                        "person" + number + "@example.com",
                        size.apart() ? crm.location(PersonFormFiller.SETTINGS) : shared))
                .toList();
    }

    /** Successive forms go to different replicas. Every second caller waits for the outcome. */
    private void fillIn(PersonHistory person, Replicas replicas, Random own) {
        for (int number = 0; number < size.formsEach(); number++) {
            String name = person.email() + " form " + number;
            PersonForm form = number == 0
                    ? PersonFormFiller.first(person.email(), name, own)
                    : PersonFormFiller.next(person.email(), name, own);
            if (own.nextDouble() < size.troubled()) {
                person.location().fault(fault(own));
            }
            Map<String, Object> input = new HashMap<>(form.input());
            input.put("wait", own.nextBoolean() ? "PT0S" : "PT2S");
            Sent sent = new Sent(story + ", " + name, person.location(), new FilledForm(input, new Facts()), name);
            sent.sendSurely(() -> replicas.caller(own.nextInt(replicaCount)));
            person.accepted(form, sent.submissionId());
            accepted.incrementAndGet();
            if (own.nextInt(USUAL_BURST) == 0) {
                compare(person, replicas, own);
            }
        }
        compare(person, replicas, own);
    }

    /**
     * Waits until everything of a person is at rest and the latest effect has come. A form in between would hide a value that
     * was set back.
     */
    private void compare(PersonHistory person, Replicas replicas, Random own) {
        List<Receipt> receipts = person.submissionIds().stream()
                .map(id -> replicas.awaitRest(id, own, AT_REST))
                .toList();
        await(LATEST_MS);
        List<String> deviations = new ArrayList<>(person.deviations(receipts));
        receipts.stream()
                .filter(receipt -> !receipt.isDone() || !receipt.isAtRest())
                .forEach(receipt -> deviations.add("is not done: " + receipt));
        report.add(new Outcome(
                "late effects, " + replicaCount + " gateway(s)",
                story + ", " + person.email() + " after form " + (receipts.size() - 1) + ", logs: " + replicas,
                receipts.stream().anyMatch(Receipt::isParked),
                deviations));
        excused.addAll(person.excused(receipts));
        receipts.stream().filter(Receipt::hasRepairs).map(Receipt::id).forEach(repaired::add);
    }

    private Map<String, Object> fault(Random own) {
        Map<String, Object> fault = new HashMap<>();
        if (own.nextInt(3) < 2) {
            late.incrementAndGet();
            fault.put("applyLateMs", 50 + own.nextInt(LATEST_MS - 50));
        } else {
            otherFaults.incrementAndGet();
            fault.putAll(OTHER_TROUBLES.get(own.nextInt(OTHER_TROUBLES.size())).fault(own));
        }
        fault.put("operation", OPERATIONS.get(own.nextInt(OPERATIONS.size())));
        return fault;
    }

    /** Spreads kills and freezes over the forms. */
    private void disturb(Replicas replicas, List<CompletableFuture<Void>> sending) throws InterruptedException {
        List<Boolean> kills = new ArrayList<>(Collections.nCopies(size.kills(), true));
        kills.addAll(Collections.nCopies(size.freezes(), false));
        Collections.shuffle(kills, random);
        for (int number = 0; number < kills.size(); number++) {
            int enough = size.forms() * (number + 1) / (kills.size() + 1);
            Patience.await()
                    .atMost(AT_REST)
                    .until(() -> accepted.get() >= enough
                            || sending.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MS));
            int turn = random.nextInt(replicaCount);
            if (kills.get(number)) {
                replicas.restart(turn);
            } else {
                replicas.freeze(turn, TestScale.LEASE.plusMillis(random.nextInt(1_500)));
            }
        }
    }

    private static void await(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test run was interrupted", e);
        }
    }

    private String figures() {
        return story + ": " + accepted + " forms of " + size.people() + " people, " + late + " late effects, "
                + otherFaults + " other faults, " + size.kills() + " kills, " + size.freezes() + " freezes, "
                + repaired.size() + " submissions repaired, differing with a warning: " + excused;
    }
}
