package ghl.gateway.highlevel;

import ghl.gateway.fixture.SettingsReader;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.Wakeup;
import ghl.gateway.highlevel.call.AccessTokens;
import ghl.gateway.highlevel.operation.AppointmentCalls;
import ghl.gateway.highlevel.operation.ContactCalls;
import ghl.gateway.highlevel.operation.ContactPages;
import ghl.gateway.highlevel.operation.LocationMetadata;
import ghl.gateway.highlevel.operation.NoteCalls;
import ghl.gateway.highlevel.operation.TaskCalls;
import ghl.gateway.highlevel.operation.TaskSearch;
import ghl.gateway.highlevel.read.PlannedReadRegistry;
import ghl.gateway.highlevel.read.RecentWrites;
import ghl.gateway.highlevel.read.SharedReads;
import ghl.gateway.highlevel.read.TaskBatchLoader;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.settings.HighLevelConfig.Gather;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.transport.PreSendGuard;
import ghl.gateway.highlevel.transport.RateBudgetProducer;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A {@link HighLevel} for tests, made without the container's settings. Needs a running Quarkus for its REST clients. */
final class TestCrm {

    static final String LOCATION = "location000000000001";
    static final String TOKEN = "pit-test";
    static final int CONNECTIONS = 4;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "highlevel.token", TOKEN,
            "highlevel.location-id", LOCATION,
            "highlevel.user-agent", "test-agent/1",
            "highlevel.pool-size", String.valueOf(CONNECTIONS),
            "highlevel.cache.ttl", "0s",
            "highlevel.read.retries", "0",
            "highlevel.circuit.calls", "1000"));
    private Clock clock = Clock.systemUTC();
    private AccessTokens tokens = new FixedToken(TOKEN);

    private TestCrm(URI address) {
        with("highlevel.url", address);
        timeout(Duration.ofSeconds(5));
        readDeadline(Duration.ofSeconds(5));
    }

    static TestCrm at(URI address) {
        return new TestCrm(address);
    }

    static HighLevel highLevel(URI address) {
        return at(address).highLevel();
    }

    TestCrm timeout(Duration each) {
        return with("highlevel.timeout", each).with("highlevel.connect-timeout", each);
    }

    TestCrm catalogueTtl(Duration ttl) {
        return with("highlevel.catalogue.ttl", ttl);
    }

    TestCrm clock(Clock other) {
        clock = other;
        return this;
    }

    TestCrm budget(int calls, Duration inAny) {
        return with("highlevel.budget.burst", calls).with("highlevel.budget.window", inAny);
    }

    TestCrm gather(Gather when) {
        return with("highlevel.tasks.gather", when);
    }

    TestCrm cache(Duration ttl, Duration longest) {
        return with("highlevel.cache.ttl", ttl).with("highlevel.cache.max-stale", longest);
    }

    TestCrm readDeadline(Duration longest) {
        return with("highlevel.read.deadline", longest).with("highlevel.write.deadline", longest);
    }

    TestCrm readTimeout(Duration ofRequest) {
        return with("highlevel.read.timeout", ofRequest);
    }

    TestCrm retries(int most) {
        return with("highlevel.read.retries", most);
    }

    TestCrm circuit(int calls, Duration delay) {
        return with("highlevel.circuit.calls", calls).with("highlevel.circuit.delay", delay);
    }

    TestCrm tokens(AccessTokens other) {
        tokens = other;
        return this;
    }

    private TestCrm with(String setting, Object value) {
        settings.put(setting, value.toString());
        return this;
    }

    HighLevel highLevel() {
        HighLevelConfig config = config();
        RateBudget rateBudget = new RateBudget(RateBudgetProducer.limits(config), clock, clock, Wakeup.ON_TIMER);
        CrmCaller caller = new CrmCaller(config, rateBudget, new PreSendGuard(vertx()), tokens, clock);
        CrmClients crm = new CrmClients(new CrmConnection(config, null), config);
        LocationMetadata metadata = new LocationMetadata(caller, crm, config, clock);
        RecentWrites recentWrites = new RecentWrites(clock);
        TaskCalls tasks = new TaskCalls(caller, crm);
        return new HighLevel(
                new ContactCalls(caller, crm),
                new ContactPages(caller, crm),
                tasks,
                new TaskBatchLoader(config, tasks, new TaskSearch(caller, crm), recentWrites, clock),
                new NoteCalls(caller, crm),
                new AppointmentCalls(caller, crm, metadata),
                metadata,
                new SharedReads(config, rateBudget, recentWrites, clock),
                new PlannedReadRegistry(),
                rateBudget,
                config,
                clock);
    }

    HighLevelConfig config() {
        return SettingsReader.read(HighLevelConfig.class, settings);
    }

    private static Vertx vertx() {
        return Arc.container().instance(Vertx.class).get();
    }

    /** One token for all locations, without a replacement. */
    record FixedToken(String token) implements AccessTokens {

        @Override
        public Uni<String> of(String locationId) {
            return Uni.createFrom().item(token);
        }

        @Override
        public Uni<String> insteadOf(String locationId, String rejected) {
            return Uni.createFrom().nullItem();
        }
    }
}
