package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.LoggedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StorageOutageTest {

    private static final StorageException FULL = new StorageException("full", null, OutageReason.DISK_FULL);
    private static final StorageException FAILED = new StorageException("failed", null, OutageReason.DISK_FAILED);
    private static final StorageException DEFECT = new StorageException("no such column", null);

    @RegisterExtension
    final LoggedLines log = new LoggedLines(StorageOutage.class);

    private final StorageOutage outage = new StorageOutage("SQLite in /data");

    @Test
    void outage_is_logged_once_when_it_begins_and_once_when_it_ends() {
        for (int form = 0; form < 3; form++) {
            outage.failed(form == 0 ? FULL : FAILED);
            outage.refusedForm(new IllegalStateException(FULL));
        }
        assertThat(outage.reason()).contains("the disk failed or is full");
        outage.probe(() -> {
            throw FULL;
        });
        assertThat(outage.reason()).contains("the disk is full");
        outage.probe(() -> {});

        assertThat(outage.reason()).isEmpty();
        assertThat(log.messages())
                .containsExactly(
                        "The database (SQLite in /data) cannot be used: the disk is full. Forms are refused until it can:"
                                + " free space on it. Further failures are counted, not logged.",
                        "The database (SQLite in /data) can be used again after PT0S: 3 forms were refused meanwhile, and"
                                + " their senders told to send them again");
        assertThat(log.records())
                .allSatisfy(line -> assertThat(line.getThrown()).isNull());
    }

    @Test
    void refused_forms_are_counted_anew_in_the_next_outage() {
        for (int refused = 1; refused <= 2; refused++) {
            outage.failed(FULL);
            outage.refusedForm(FULL);
            outage.probe(() -> {});
            outage.probe(() -> {});
        }

        assertThat(log.messages())
                .hasSize(4)
                .filteredOn(line -> line.contains("1 forms were refused"))
                .hasSize(2);
        assertThat(outage.refusedForms()).isEqualTo(2);
    }

    @Test
    void outage_lasts_while_others_fail_between_probes_that_succeed() {
        for (int probe = 0; probe < 3; probe++) {
            outage.failed(FULL);
            outage.probe(() -> {});
        }

        assertThat(outage.reason()).contains("the disk is full");
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void defect_of_a_statement_is_no_outage() {
        outage.failed(DEFECT);
        outage.refusedForm(DEFECT);

        assertThat(outage.reason()).isEmpty();
        assertThat(outage.refusedForms()).isZero();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void probe_that_fails_for_an_unknown_reason_is_an_outage_and_logged_with_its_cause() {
        outage.probe(() -> {
            throw DEFECT;
        });

        assertThat(outage.reason()).isPresent();
        assertThat(log.records()).hasSize(1).allSatisfy(line -> assertThat(line.getThrown())
                .isSameAs(DEFECT));
    }
}
