package ghl.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that live for two seconds, several gateways on one PostgreSQL, and gateways that are killed during a refresh. */
@Tag("proof")
class TokenRotationIT {

    private static final int EXPIRIES = Integer.getInteger("token-rotation.expiries", 10);
    private static final int CALLERS = 6;
    private static final Duration PATIENCE = Patience.LIMIT;
    private static final String COMPANY = "sbxCompany0000000001";

    /**
     * Longer timeouts: on a busy machine a token call that times out counts as a lost answer, which is not the subject here.
     */
    private static final Map<String, String> UNHURRIED =
            Map.of("HIGHLEVEL_TIMEOUT", "PT20S", "SUBMISSION_LEASE", "PT60S", "SUBMISSION_HEARTBEAT", "PT5S");

    private static CrmProcess crm;

    @BeforeAll
    static void startCrm() {
        crm = CrmProcess.start();
    }

    @AfterAll
    static void stopCrm() {
        crm.close();
    }

    @Test
    void three_replicas_under_load_make_one_token_call_for_each_expiry() throws Exception {
        oauth(Map.of("accessTokenSeconds", 2, "graceMs", 0));
        CrmLocation location = crm.location(Map.of("ownTokenOnly", true));
        String contact = location.contact(Map.of("firstName", "Grace"));
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answers = new AtomicInteger();
        try (PostgresServer postgres = PostgresServer.launch()) {
            GatewayLaunch launch =
                    Engine.postgres(postgres).on(crm.gatewayWithApp()).with(UNHURRIED);
            GatewayProcess first = launch.start();
            GatewayProcess second = launch.beside().start();
            GatewayProcess third = launch.beside().start();
            try (first;
                    second;
                    third) {
                Operator.connects(first, "location/" + location.id());
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
                Instant end = Instant.now().plusSeconds(EXPIRIES * 4L + 60);
                List<GatewayProcess> all = List.of(first, second, third);
                for (int i = 0; i < CALLERS; i++) {
                    GraphCaller caller = new GraphCaller(all.get(i % all.size()));
                    callers.submit(() -> {
                        while (seen(location, "refreshes") < EXPIRIES
                                && Instant.now().isBefore(end)) {
                            ask(caller, location, contact, answers, failures);
                        }
                    });
                }
                callers.shutdown();
                assertThat(callers.awaitTermination(EXPIRIES * 4L + 90, TimeUnit.SECONDS))
                        .isTrue();
            }
        }

        System.out.printf(
                "token rotation: %d renewals, %d of them hasty, %d repeated, %d refused; %d answers, %d failures%n",
                seen(location, "refreshes"),
                seen(location, "hasty"),
                seen(location, "repeats"),
                seen(location, "refusals"),
                answers.get(),
                failures.size());
        assertThat(failures).isEmpty();
        assertThat(seen(location, "refreshes")).isGreaterThanOrEqualTo(EXPIRIES);
        assertThat(seen(location, "hasty") + seen(location, "repeats") + seen(location, "refusals"))
                .isZero();
    }

    @Test
    void gateway_killed_with_the_refresh_lock_leaves_it_to_the_others() {
        oauth(Map.of("accessTokenSeconds", 2, "graceMs", Duration.ofHours(1).toMillis()));
        CrmLocation location = crm.location(Map.of("ownTokenOnly", true));
        String contact = location.contact(Map.of("firstName", "Grace"));
        try (PostgresServer postgres = PostgresServer.launch()) {
            // No background refreshes: the gateway with the failpoint must be the first to refresh.
            GatewayLaunch launch = Engine.postgres(postgres)
                    .on(crm.gatewayWithApp())
                    .with(UNHURRIED)
                    .with("HIGHLEVEL_OAUTH_SWEEP", "PT1H");
            GatewayLaunch besides = launch.beside().with("GATEWAY_FAILPOINT", "refresh.after-answer");
            try (GatewayProcess survivor = launch.start();
                    GatewayProcess doomed = besides.start()) {
                Operator.connects(survivor, "location/" + location.id());
                oauth(Map.of("accessTokenSeconds", 86_399));
                Patience.await()
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> seenToRenew(doomed, location, contact));
                int refreshes = seen(location, "refreshes");
                doomed.kill();

                GraphCaller caller = new GraphCaller(survivor);
                Patience.await().ignoreExceptions().until(() -> caller.firstName(location, contact)
                        .equals("Grace"));
                assertThat(seen(location, "refreshes"))
                        .as("the survivor repeats the call of the killed gateway")
                        .isEqualTo(refreshes);
            }
        }

        assertThat(seen(location, "repeats")).isEqualTo(1);
    }

    /** Queries until the gateway is paused during a refresh. */
    private static boolean seenToRenew(GatewayProcess gateway, CrmLocation location, String contact) {
        try {
            new GraphCaller(gateway).firstName(location, contact);
        } catch (IllegalStateException noToken) {
            // no token while the refresh is paused
        }
        return gateway.log().contains("PAUSED AT refresh.after-answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refresh.before-intent", "refresh.after-intent", "refresh.after-answer", "refresh.after-commit"})
    void kill_during_a_refresh_with_an_agency_token_recovers(String failpoint) {
        oauth(Map.of("accessTokenSeconds", 86_399, "graceMs", 0, "locationRefreshTokens", true));
        CrmLocation location = crm.location(Map.of("ownTokenOnly", true));
        GatewayLaunch launch = crm.gatewayWithApp().with(UNHURRIED);
        Receipt accepted = killed(launch, location, "company/" + COMPANY, failpoint);

        try (GatewayProcess next = launch.start()) {
            GraphCaller caller = new GraphCaller(next);

            assertThat(caller.awaitRest(accepted.id(), PATIENCE)).hasValueSatisfying(TokenRotationIT::isDone);
            isDone(caller.awaitRest(caller.submit(location, form()).id(), PATIENCE)
                    .orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refresh.before-intent", "refresh.after-intent", "refresh.after-answer", "refresh.after-commit"})
    void kill_during_a_refresh_without_an_agency_token_loses_no_submission(String failpoint) {
        oauth(Map.of("accessTokenSeconds", 86_399, "graceMs", 0, "locationRefreshTokens", false));
        CrmLocation location = crm.location(Map.of("ownTokenOnly", true));
        GatewayLaunch launch = crm.gatewayWithApp().with(UNHURRIED);
        Receipt accepted = killed(launch, location, "location/" + location.id(), failpoint);

        try (GatewayProcess next = launch.start()) {
            GraphCaller caller = new GraphCaller(next);
            boolean lockedOut = failpoint.equals("refresh.after-answer");
            if (lockedOut) {
                Patience.await().atMost(PATIENCE).until(() -> caller.find(accepted.id())
                        .filter(Receipt::isWaitingForCredentials)
                        .isPresent());
                Operator.connects(next, "location/" + location.id());
            }

            assertThat(caller.awaitRest(accepted.id(), PATIENCE)).hasValueSatisfying(TokenRotationIT::isDone);
        }
    }

    /** @return the submission accepted before the process was killed during a refresh */
    private static Receipt killed(GatewayLaunch launch, CrmLocation location, String choice, String failpoint) {
        try (GatewayProcess healthy = launch.start()) {
            Operator.connects(healthy, choice);
            oauth(Map.of("accessTokenSeconds", 2));
            GraphCaller caller = new GraphCaller(healthy);
            isDone(caller.awaitRest(caller.submit(location, form()).id(), PATIENCE)
                    .orElseThrow());
            if (choice.startsWith("location/")) {
                oauth(Map.of("accessTokenSeconds", 2));
                Operator.connects(healthy, choice);
            }
        }
        try (GatewayProcess doomed = launch.with("GATEWAY_FAILPOINT", failpoint).start()) {
            Receipt accepted = new GraphCaller(doomed).submit(location, form());
            doomed.awaitLine("PAUSED AT " + failpoint, PATIENCE);
            doomed.kill();
            oauth(Map.of("accessTokenSeconds", 86_399));
            return accepted;
        }
    }

    private static Map<String, Object> form() {
        return Map.of(
                "contact",
                Map.of("firstName", "Grace", "email", "grace@example.com"),
                "tasks",
                List.of(Map.of("title", "Call back")),
                "wait",
                "PT0S");
    }

    private static void isDone(Receipt receipt) {
        assertThat(receipt.status()).isEqualTo("DONE");
    }

    private static void ask(
            GraphCaller caller, CrmLocation location, String contact, AtomicInteger answers, Queue<String> failures) {
        try {
            assertThat(caller.firstName(location, contact)).isEqualTo("Grace");
            answers.incrementAndGet();
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure.toString());
        }
    }

    private static void oauth(Map<String, Object> settings) {
        crm.rest().patch("/_control/oauth", settings);
    }

    private static int seen(CrmLocation location, String what) {
        JsonNode counters = crm.rest().get("/_control/oauth/counters?installation=location/" + location.id());
        return counters.path(what).asInt();
    }
}
