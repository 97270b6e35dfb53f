package ghl.gateway.highlevel;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.Wakeup;
import ghl.gateway.highlevel.read.ReadKey;
import ghl.gateway.highlevel.read.RecentWrites;
import ghl.gateway.highlevel.read.SharedReads;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.transport.RateBudgetProducer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Under concurrent reads and writes, no read returns a value from before a completed write. */
@QuarkusTest
class InvalidationEpochsTest {

    private static final String LOCATION = "location000000000001";
    private static final ReadKey<Integer> COUNT = new ReadKey<>("count", List.of());
    private static final int CONTACTS = 3;
    private static final int WRITERS = 4;
    private static final int READERS = 8;
    private static final int ROUNDS = 400;

    /** The CRM's value of each contact: the number of writes. */
    private final AtomicIntegerArray crm = new AtomicIntegerArray(CONTACTS);

    /** The number of writes of each contact that have been answered. */
    private final AtomicIntegerArray done = new AtomicIntegerArray(CONTACTS);

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);
    private final SharedReads reads = reads();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
    private final ScheduledExecutorService wire = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        wire.shutdownNow();
    }

    @Test
    void read_after_a_write_is_never_older_than_the_write() throws Exception {
        List<Future<Integer>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            running.add(threads.submit(this::write));
        }
        for (int reader = 0; reader < READERS; reader++) {
            running.add(threads.submit(this::read));
        }

        int asked = 0;
        for (Future<Integer> each : running) {
            asked += each.get(Patience.SECONDS, TimeUnit.SECONDS);
        }

        assertThat(calls.get()).as("shared or cached reads").isLessThan(asked);
    }

    /** @return the number of reads */
    private int write() {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                int contact = any();
                int version =
                        await(reads.write(LOCATION, "c" + contact, onTheWire(() -> crm.incrementAndGet(contact))));
                done.accumulateAndGet(contact, version, Math::max);
                assertThat(await(ofContact(contact))).as("its own write").isGreaterThanOrEqualTo(version);
            }
            return ROUNDS;
        } finally {
            writing.decrementAndGet();
        }
    }

    /** @return the number of reads */
    private int read() {
        int asked = 0;
        while (writing.get() > 0) {
            int contact = any();
            int atLeast = done.get(contact);
            assertThat(await(ofContact(contact))).as("of contact %d", contact).isGreaterThanOrEqualTo(atLeast);
            int ofAll = sum(done);
            assertThat(await(ofLocation())).as("of all").isGreaterThanOrEqualTo(ofAll);
            asked += 2;
        }
        return asked;
    }

    private Uni<Integer> ofContact(int contact) {
        return reads.readContact(LOCATION, "c" + contact, COUNT, () -> called(() -> crm.get(contact)));
    }

    private Uni<Integer> ofLocation() {
        return reads.readLocation(LOCATION, COUNT, () -> called(() -> sum(crm)));
    }

    private Uni<Integer> called(Supplier<Integer> effect) {
        calls.incrementAndGet();
        return onTheWire(effect);
    }

    /** A call that takes effect some time after it is sent, and is answered some time later. */
    private Uni<Integer> onTheWire(Supplier<Integer> effect) {
        return Uni.createFrom()
                .emitter(emitter -> later(() -> {
                    Integer value = effect.get();
                    later(() -> emitter.complete(value));
                }));
    }

    private void later(Runnable action) {
        wire.schedule(action, ThreadLocalRandom.current().nextInt(300), TimeUnit.MICROSECONDS);
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(CONTACTS);
    }

    private static int sum(AtomicIntegerArray counts) {
        int sum = 0;
        for (int contact = 0; contact < CONTACTS; contact++) {
            sum += counts.get(contact);
        }
        return sum;
    }

    private static SharedReads reads() {
        HighLevelConfig config = TestCrm.at(URI.create("http://127.0.0.1:1"))
                .cache(Duration.ofMinutes(1), Duration.ZERO)
                .budget(1_000_000, Duration.ofSeconds(1))
                .config();
        Clock clock = Clock.systemUTC();
        RateBudget budget = new RateBudget(RateBudgetProducer.limits(config), clock, clock, Wakeup.ON_TIMER);
        return new SharedReads(config, budget, new RecentWrites(clock), clock);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Patience.LIMIT);
    }
}
