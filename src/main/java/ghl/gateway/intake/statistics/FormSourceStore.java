package ghl.gateway.intake.statistics;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.storage.Row;
import ghl.gateway.storage.Transaction;
import java.util.HashMap;
import java.util.Map;

/** What the sources of forms posted, in the database. Several gateways add to the same rows. */
final class FormSourceStore {

    private record Sum(Counter counter, long amount) {}

    private record Known(Source source, Identification identification) {}

    void add(Transaction transaction, Counter counter, long amount) {
        transaction.update(
                "INSERT INTO form_source_hour (form, source, hour, counter, amount) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (form, source, hour, counter)"
                        + " DO UPDATE SET amount = form_source_hour.amount + excluded.amount",
                counter.source().form(),
                counter.source().type(),
                counter.hour(),
                counter.name(),
                amount);
    }

    /** Adds what later posts say; see {@link Identification#then}. */
    void add(Transaction transaction, Source source, Identification later) {
        transaction.update(
                "INSERT INTO form_source (form, source, identified_at, missed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (form, source) DO UPDATE SET"
                        + " missed = excluded.missed"
                        + " + CASE WHEN excluded.identified_at IS NULL THEN form_source.missed ELSE 0 END,"
                        + " identified_at = COALESCE(excluded.identified_at, form_source.identified_at)",
                source.form(),
                source.type(),
                later.lastAt(),
                later.missed());
    }

    Map<Source, Identification> identifications(Transaction transaction) {
        Map<Source, Identification> all = new HashMap<>();
        transaction
                .list(
                        "SELECT * FROM form_source",
                        row -> new Known(
                                source(row), new Identification(row.instant("identified_at"), row.number("missed"))))
                .forEach(known -> all.put(known.source(), known.identification()));
        return all;
    }

    /** Sums since an hour. The hour of the keys is that one. */
    Map<Counter, Long> sums(Transaction transaction, long hour) {
        Map<Counter, Long> sums = new HashMap<>();
        transaction
                .list(
                        "SELECT form, source, counter, SUM(amount) AS total FROM form_source_hour WHERE hour >= ?"
                                + " GROUP BY form, source, counter",
                        row -> new Sum(new Counter(source(row), hour, row.text("counter")), row.number("total")),
                        hour)
                .forEach(sum -> sums.put(sum.counter(), sum.amount()));
        return sums;
    }

    int deleteBefore(Transaction transaction, long hour) {
        return transaction.update("DELETE FROM form_source_hour WHERE hour < ?", hour);
    }

    private static Source source(Row row) {
        return new Source(row.text("form"), row.oneOf(SenderType.class, "source"));
    }
}
