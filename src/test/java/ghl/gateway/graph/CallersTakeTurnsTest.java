package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Patience;
import ghl.gateway.graph.execution.GraphQLExecutor;
import graphql.ExecutionResult;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Callers take turns: many requests of one caller do not hold up another caller. */
@QuarkusTest
class CallersTakeTurnsTest {

    private static final Caller FLOOD = Caller.ofSecretKey("flood", Set.of(Role.READER), LocationScope.ALL);
    private static final Caller OTHER = Caller.ofSecretKey("other", Set.of(Role.READER), LocationScope.ALL);

    @Inject
    GraphQLExecutor executor;

    @Test
    void caller_after_anothers_flood_is_queued_before_its_end() {
        Crm crm = Crm.fresh();
        List<CompletableFuture<ExecutionResult>> flood = IntStream.range(0, 140)
                .mapToObj(number -> ask(crm, FLOOD, "flood" + number))
                .toList();
        Patience.await()
                .until(() -> flood.stream().filter(CompletableFuture::isDone).count() == 70);
        assertThat(ask(crm, FLOOD, "more").join().getErrors())
                .as("the queue is full")
                .hasSize(1);

        CompletableFuture<ExecutionResult> other = ask(crm, OTHER, "contact");

        Patience.await()
                .until(() -> flood.stream().filter(CompletableFuture::isDone).count() == 71);
        assertThat(other).isNotDone();
        assertThat(flood.get(139).join().getErrors())
                .as("the last request was dropped to make room")
                .hasSize(1);
        flood.forEach(waiting -> waiting.cancel(true));
        other.cancel(true);
    }

    private CompletableFuture<ExecutionResult> ask(Crm crm, Caller caller, String id) {
        return executor.execute(
                Callers.identityOf(caller),
                "query($l: ID, $id: ID!) { contact(id: $id, locationId: $l) { id } }",
                null,
                Map.of("l", crm.locationId(), "id", id));
    }
}
