package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.Patience;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guarantees to many threads. */
public abstract class ThreadsContract extends TransactionContract {

    @Test
    void readers_see_only_committed_data_and_do_not_wait() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);

        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> database.write(transaction -> {
            transaction.update(INSERT, "late");
            written.countDown();
            await(read);
            return null;
        }));
        await(written);
        List<String> seen = names();
        read.countDown();
        writer.get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(seen).isEmpty();
        assertThat(names()).containsExactly("late");
    }

    @Test
    void writes_of_sixty_four_threads_are_all_stored() throws Exception {
        int threads = 64;
        int each = 25;

        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(thread ->
                        Threads.start(() -> IntStream.range(0, each).forEach(number -> insert(thread + "-" + number))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(names()).hasSize(threads * each);
    }

    @Test
    void failing_transaction_does_not_affect_concurrent_ones() throws Exception {
        int threads = 32;
        insert("taken");

        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(thread -> Threads.start(() -> {
                    insert("good " + thread);
                    assertThatThrownBy(() -> database.write(transaction -> {
                                transaction.update(INSERT, "bad " + thread);
                                return transaction.update(INSERT, "taken");
                            }))
                            .isInstanceOf(StorageException.class);
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(names()).hasSize(threads + 1).noneMatch(name -> name.startsWith("bad"));
    }

    @Test
    void interrupted_thread_can_write() {
        Thread.currentThread().interrupt();

        insert("stored");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(names()).containsExactly("stored");
        insert("and the next");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
