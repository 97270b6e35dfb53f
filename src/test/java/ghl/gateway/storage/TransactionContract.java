package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Guarantees to one thread. */
public abstract class TransactionContract extends DatabaseUnderTest {

    private enum Colour {
        GREEN
    }

    @Test
    void committed_row_is_visible_to_readers() {
        insert("stored");

        assertThat(names()).containsExactly("stored");
    }

    @Test
    void exception_is_rethrown_and_rolls_everything_back() {
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "undone");
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(names()).isEmpty();
    }

    @Test
    void every_type_is_read_back_unchanged() {
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
    void null_is_read_back_as_null() {
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
    void nested_write_joins_the_outer_one() {
        assertThatThrownBy(() -> database.write(outer -> {
                    insert("inner");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(names()).isEmpty();
    }

    @Test
    void failed_nested_write_is_rolled_back_alone_when_caught() {
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
    void failed_statement_fails_the_transaction_even_when_caught() {
        insert("taken");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "undone");
                    assertThatThrownBy(() -> transaction.update(INSERT, "taken"))
                            .hasMessageContaining("a constraint is violated");
                    return "done";
                }))
                .isInstanceOf(StorageException.class);
        assertThat(names()).containsExactly("taken");
    }

    @Test
    void transaction_is_unusable_after_its_end() {
        Transaction[] escaped = new Transaction[1];
        database.write(transaction -> escaped[0] = transaction);

        assertThatThrownBy(() -> escaped[0].update(INSERT, "late")).isInstanceOf(StorageException.class);
    }

    @Test
    void messages_contain_no_values() {
        insert("secret");

        assertThatThrownBy(() -> insert("secret"))
                .isInstanceOf(StorageException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage() + thrown.getCause()).doesNotContain("secret"));
    }

    @Test
    void read_inside_a_write_sees_its_changes() {
        database.write(transaction -> {
            transaction.update(INSERT, "fresh");
            assertThat(names()).containsExactly("fresh");
            return null;
        });
    }
}
