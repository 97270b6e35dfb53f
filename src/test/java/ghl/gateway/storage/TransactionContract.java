package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One thread, by our own interface. */
public abstract class TransactionContract extends DatabaseUnderTest {

    private enum Colour {
        GREEN
    }

    @Test
    void what_was_written_is_there_for_readers() {
        insert("kept");

        assertThat(names()).containsExactly("kept");
    }

    @Test
    void what_was_thrown_comes_out_as_it_is_and_undoes_everything() {
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "undone");
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(names()).isEmpty();
    }

    @Test
    void every_type_comes_back_as_it_was() {
        Instant due = Instant.parse("2026-11-27T18:00:00.123Z");
        database.write(transaction -> transaction.update(
                "INSERT INTO sample (name, count, size, is_open, due, body, colour) VALUES (?, ?, ?, ?, ?, ?, ?)",
                "Zoë",
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                true,
                due,
                new byte[] {0, -1},
                Colour.GREEN));

        database.read(transaction -> transaction.first("SELECT * FROM sample", row -> {
            assertThat(row.text("name")).isEqualTo("Zoë");
            assertThat(row.integer("count")).isEqualTo(Integer.MIN_VALUE);
            assertThat(row.number("size")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.flag("is_open")).isTrue();
            assertThat(row.instant("due")).isEqualTo(due);
            assertThat(row.bytes("body")).containsExactly(0, -1);
            assertThat(row.oneOf(Colour.class, "colour")).isEqualTo(Colour.GREEN);
            return row;
        }));
    }

    @Test
    void what_is_null_comes_back_as_null() {
        database.write(transaction -> transaction.update(
                "INSERT INTO sample (name, count, size, is_open, due, body, colour) VALUES (?, ?, ?, ?, ?, ?, ?)",
                "nothing",
                null,
                null,
                null,
                null,
                null,
                null));

        database.read(transaction -> transaction.first("SELECT * FROM sample", row -> {
            assertThat(row.integer("count")).isNull();
            assertThat(row.number("size")).isNull();
            assertThat(row.flag("is_open")).isFalse();
            assertThat(row.instant("due")).isNull();
            assertThat(row.bytes("body")).isNull();
            assertThat(row.oneOf(Colour.class, "colour")).isNull();
            return row;
        }));
    }

    @Test
    void a_write_inside_a_write_joins_it() {
        assertThatThrownBy(() -> database.write(outer -> {
                    insert("inner");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(names()).isEmpty();
    }

    @Test
    void an_inner_write_that_fails_undoes_only_itself_when_the_outer_one_goes_on() {
        insert("taken");

        database.write(outer -> {
            outer.update(INSERT, "before");
            assertThatThrownBy(() -> database.write(inner -> {
                        inner.update(INSERT, "undone");
                        return inner.update(INSERT, "taken");
                    }))
                    .isInstanceOf(StorageException.class);
            return outer.update(INSERT, "after");
        });

        assertThat(names()).containsExactly("after", "before", "taken");
    }

    @Test
    void a_failed_statement_ends_the_transaction_though_somebody_caught_it() {
        insert("taken");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "undone");
                    assertThatThrownBy(() -> transaction.update(INSERT, "taken"))
                            .hasMessageContaining("forbids it");
                    return "done";
                }))
                .isInstanceOf(StorageException.class);
        assertThat(names()).containsExactly("taken");
    }

    @Test
    void a_transaction_is_over_when_it_is_over() {
        Transaction[] escaped = new Transaction[1];
        database.write(transaction -> escaped[0] = transaction);

        assertThatThrownBy(() -> escaped[0].update(INSERT, "late")).isInstanceOf(StorageException.class);
    }

    @Test
    void messages_hold_nothing_of_what_was_to_be_kept() {
        insert("secret");

        assertThatThrownBy(() -> insert("secret"))
                .isInstanceOf(StorageException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage() + thrown.getCause()).doesNotContain("secret"));
    }

    @Test
    void a_read_inside_a_write_sees_what_it_wrote() {
        database.write(transaction -> {
            transaction.update(INSERT, "fresh");
            assertThat(names()).containsExactly("fresh");
            return null;
        });
    }
}
