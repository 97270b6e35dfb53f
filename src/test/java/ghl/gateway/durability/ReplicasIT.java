package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three gateways on one PostgreSQL act as one. */
@Tag("proof")
class ReplicasIT {

    private static final Duration AT_REST = Patience.LIMIT;
    private static final int REPEATS = 100;
    private static final int ROUNDS = 10;

    private static PostgresServer postgres;
    private static CrmProcess crm;
    private static Replicas replicas;

    @BeforeAll
    static void startEverything() {
        postgres = PostgresServer.launch();
        crm = CrmProcess.start();
        replicas = Replicas.start(3, Engine.postgres(postgres).gateway(crm));
    }

    @AfterAll
    static void stopEverything() {
        if (replicas != null) {
            replicas.close();
        }
        if (crm != null) {
            crm.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void hundred_concurrent_repeats_of_one_key_are_one_submission() {
        CrmLocation location = crm.location(Map.of());
        FilledForm form = FormCase.EVERYDAY.fill(location, new Random(1));
        Map<String, Object> input = form.sentAs("the-same-key");

        List<Receipt> receipts = atOnce(REPEATS, turn -> replicas.caller(turn).submit(location, input));

        assertThat(receipts)
                .extracting(Receipt::id)
                .containsOnly(receipts.get(0).id());
        assertThat(receipts).filteredOn(receipt -> !receipt.isReplayed()).hasSize(1);
        assertWell(location, form, receipts.get(0).id());
    }

    /** The first form links e-mail and phone, and the others wait for it; without it they would be two persons. */
    @Test
    void email_with_phone_and_then_either_alone_is_one_contact() {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = Person.any(new Random(round));
            CrmLocation location = crm.location(Map.of());
            location.fault(Map.of("operation", "upsert-contact", "delayMs", 300));
            Receipt both = submit(0, location, person.contact("Astoria"));
            List<Map<String, Object>> either = List.of(
                    Map.of("phone", person.phone(), "city", "Astoria"),
                    Map.of("email", person.email(), "city", "Astoria"));

            List<Receipt> receipts = atOnce(2, turn -> submit(turn + 1, location, either.get(turn)));

            Stream.concat(Stream.of(both), receipts.stream())
                    .forEach(receipt -> replicas.caller(0).awaitRest(receipt.id(), AT_REST));
            assertThat(location.contacts()).as("round " + round).hasSize(1);
        }
    }

    private static Receipt submit(int turn, CrmLocation location, Map<String, Object> contact) {
        return replicas.caller(turn).submit(location, Map.of("contact", contact, "wait", "PT0S"));
    }

    @Test
    void forms_of_one_person_are_delivered_in_order_of_acceptance() {
        CrmLocation location = crm.location(Map.of());
        location.fault(Map.of("operation", "*", "delayMs", 40, "times", 100));
        Person person = Person.any(new Random(2));
        List<Receipt> receipts = new ArrayList<>();
        List<String> inOrder = new ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            inOrder.addAll(List.of("first of " + turn, "second of " + turn));
            receipts.add(replicas.caller(turn)
                    .submit(
                            location,
                            Map.of(
                                    "contact", person.contact("Astoria"),
                                    "notes",
                                            List.of(
                                                    Map.of("body", "first of " + turn),
                                                    Map.of("body", "second of " + turn)),
                                    "wait", "PT0S")));
        }

        receipts.forEach(receipt -> replicas.caller(0).awaitRest(receipt.id(), AT_REST));

        String contact = location.contacts().get(0).path("id").textValue();
        assertThat(StreamSupport.stream(location.notes(contact).spliterator(), false)
                        .sorted(Comparator.comparing(
                                (JsonNode note) -> note.path("dateAdded").textValue()))
                        .map(note -> Body.withoutMarker(note.path("body").textValue())))
                .containsExactlyElementsOf(inOrder);
    }

    private static void assertWell(CrmLocation location, FilledForm form, String id) {
        assertThat(CrmTruth.deviations(form, location, replicas.caller(0).awaitRest(id, AT_REST)))
                .as(replicas.toString())
                .isEmpty();
    }

    private static <T> List<T> atOnce(int callers, IntFunction<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<CompletableFuture<T>> calls = IntStream.range(0, callers)
                    .mapToObj(turn -> CompletableFuture.supplyAsync(() -> call.apply(turn), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
