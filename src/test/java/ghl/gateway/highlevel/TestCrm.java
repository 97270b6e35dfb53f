package ghl.gateway.highlevel;

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
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.transport.PreSendGuard;
import ghl.gateway.highlevel.transport.RateBudgetProducer;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A {@link HighLevel} for tests, made without the container's settings. Needs a running Quarkus for its REST clients. */
final class TestCrm implements HighLevelConfig {

    static final String LOCATION = "location000000000001";
    static final String TOKEN = "pit-test";
    static final int CONNECTIONS = 4;

    private final URI address;
    private Duration timeout = Duration.ofSeconds(5);
    private Duration catalogueTtl = Duration.ofMinutes(5);
    private Clock clock = Clock.systemUTC();
    private int burst = 100;
    private Duration window = Duration.ofSeconds(10);
    private Gather gather = Gather.AUTO;
    private Duration cacheTtl = Duration.ZERO;
    private Duration maxStale = Duration.ofMinutes(1);
    private Duration readDeadline = Duration.ofSeconds(5);
    private Duration readTimeout = Duration.ofSeconds(30);
    private int retries = 0;
    private int circuitCalls = 1_000;
    private Duration circuitDelay = Duration.ofSeconds(5);
    private AccessTokens tokens = new FixedToken(TOKEN);

    private TestCrm(URI address) {
        this.address = address;
    }

    static TestCrm at(URI address) {
        return new TestCrm(address);
    }

    static HighLevel highLevel(URI address) {
        return at(address).highLevel();
    }

    TestCrm timeout(Duration each) {
        timeout = each;
        return this;
    }

    TestCrm catalogueTtl(Duration ttl) {
        catalogueTtl = ttl;
        return this;
    }

    TestCrm clock(Clock other) {
        clock = other;
        return this;
    }

    TestCrm budget(int calls, Duration inAny) {
        burst = calls;
        window = inAny;
        return this;
    }

    TestCrm gather(Gather when) {
        gather = when;
        return this;
    }

    TestCrm cache(Duration ttl, Duration longest) {
        cacheTtl = ttl;
        maxStale = longest;
        return this;
    }

    TestCrm readDeadline(Duration longest) {
        readDeadline = longest;
        return this;
    }

    TestCrm readTimeout(Duration ofRequest) {
        readTimeout = ofRequest;
        return this;
    }

    TestCrm retries(int most) {
        retries = most;
        return this;
    }

    TestCrm circuit(int calls, Duration delay) {
        circuitCalls = calls;
        circuitDelay = delay;
        return this;
    }

    TestCrm tokens(AccessTokens other) {
        tokens = other;
        return this;
    }

    HighLevel highLevel() {
        RateBudget rateBudget = new RateBudget(RateBudgetProducer.limits(this), clock, Wakeup.ON_TIMER);
        CrmCaller caller = new CrmCaller(this, rateBudget, new PreSendGuard(vertx()), tokens, clock);
        CrmClients crm = new CrmClients(new CrmConnection(this, null), this);
        LocationMetadata metadata = new LocationMetadata(caller, crm, this, clock);
        RecentWrites recentWrites = new RecentWrites(clock);
        TaskCalls tasks = new TaskCalls(caller, crm);
        return new HighLevel(
                new ContactCalls(caller, crm),
                new ContactPages(caller, crm),
                tasks,
                new TaskBatchLoader(this, tasks, new TaskSearch(caller, crm), recentWrites, clock),
                new NoteCalls(caller, crm),
                new AppointmentCalls(caller, crm, metadata),
                metadata,
                new SharedReads(this, rateBudget, recentWrites, clock),
                new PlannedReadRegistry(),
                rateBudget,
                this,
                clock);
    }

    private static Vertx vertx() {
        return Arc.container().instance(Vertx.class).get();
    }

    @Override
    public Optional<String> url() {
        return Optional.of(address.toString());
    }

    @Override
    public Optional<String> token() {
        return Optional.of(TOKEN);
    }

    @Override
    public Optional<String> locationId() {
        return Optional.of(LOCATION);
    }

    @Override
    public Map<String, LocationConfig> locations() {
        return Map.of();
    }

    @Override
    public OAuthConfig oauth() {
        return TestSettings.NO_APP;
    }

    @Override
    public boolean implicitSandbox() {
        return true;
    }

    @Override
    public String version() {
        return "2021-07-28";
    }

    @Override
    public String userAgent() {
        return "test-agent/1";
    }

    @Override
    public Duration connectTimeout() {
        return timeout;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public int poolSize() {
        return CONNECTIONS;
    }

    @Override
    public CatalogueConfig catalogue() {
        return () -> catalogueTtl;
    }

    @Override
    public BudgetConfig budget() {
        return new BudgetConfig() {
            @Override
            public int burst() {
                return burst;
            }

            @Override
            public Duration window() {
                return window;
            }

            @Override
            public long daily() {
                return 200_000;
            }
        };
    }

    @Override
    public CircuitConfig circuit() {
        return new CircuitConfig() {
            @Override
            public int calls() {
                return circuitCalls;
            }

            @Override
            public Duration delay() {
                return circuitDelay;
            }
        };
    }

    @Override
    public TasksConfig tasks() {
        return () -> gather;
    }

    @Override
    public CacheConfig cache() {
        return new CacheConfig() {
            @Override
            public Duration ttl() {
                return cacheTtl;
            }

            @Override
            public Duration maxStale() {
                return maxStale;
            }

            @Override
            public MemorySize size() {
                return new MemorySize(BigInteger.valueOf(10_000_000));
            }
        };
    }

    @Override
    public ReadConfig read() {
        return new ReadConfig() {
            @Override
            public Duration deadline() {
                return readDeadline;
            }

            @Override
            public Duration timeout() {
                return readTimeout;
            }

            @Override
            public int retries() {
                return retries;
            }
        };
    }

    @Override
    public WriteConfig write() {
        return () -> readDeadline;
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
