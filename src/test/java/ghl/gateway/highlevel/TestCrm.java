package ghl.gateway.highlevel;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A {@link HighLevel} for tests, made without the container's settings. Needs a running Quarkus for its REST clients. */
record TestCrm(URI address, Duration timeout, Duration catalogueTtl, Clock clock) implements HighLevelConfig {

    static final String LOCATION = "location000000000001";
    static final String TOKEN = "pit-test";

    static HighLevel highLevel(URI address) {
        return new TestCrm(address, Duration.ofSeconds(5), Duration.ofMinutes(5), Clock.systemUTC()).highLevel();
    }

    HighLevel highLevel() {
        Calls calls = new Calls(this, clock);
        CrmClients crm = new CrmClients(new Connection(this, null), this);
        Catalogue catalogue = new Catalogue(calls, crm, this, clock);
        return new HighLevel(
                new ContactCalls(calls, crm),
                new ContactLists(calls, crm),
                new TaskCalls(calls, crm),
                new NoteCalls(calls, crm),
                new AppointmentCalls(calls, crm, catalogue),
                catalogue);
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
    public int poolSize() {
        return 4;
    }

    @Override
    public CatalogueConfig catalogue() {
        return () -> catalogueTtl;
    }
}
