package ghl.gateway.sandbox.gate;

import static ghl.gateway.sandbox.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.http.SandboxJson;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void fault_applies_the_requested_number_of_times() {
        faults.add(fault("{'operation':'create-task','times':2,'status':500}"));

        assertThat(faults.take("here", "create-task")).isPresent();
        assertThat(faults.take("here", "create-task")).isPresent();
        assertThat(faults.take("here", "create-task")).isEmpty();
    }

    @Test
    void fault_leaves_other_operations_and_locations_alone() {
        faults.add(fault("{'locationId':'here','operation':'create-task','times':1,'status':500}"));

        assertThat(faults.take("here", "get-task")).isEmpty();
        assertThat(faults.take("there", "create-task")).isEmpty();
        assertThat(faults.take("here", "create-task")).isPresent();
    }

    @Test
    void star_matches_every_operation() {
        faults.add(fault("{'operation':'*','times':1,'status':500}"));

        assertThat(faults.take("here", "get-contact")).isPresent();
    }

    @Test
    void faults_apply_in_insertion_order() {
        faults.add(fault("{'operation':'*','times':1,'status':500}"));
        faults.add(fault("{'operation':'*','times':1,'status':502}"));

        assertThat(faults.take("here", "get-contact").orElseThrow().status()).isEqualTo(500);
        assertThat(faults.take("here", "get-contact").orElseThrow().status()).isEqualTo(502);
    }

    @Test
    void status_prevents_the_operation_unless_set_to_after() {
        assertThat(fault("{'operation':'*','times':1,'status':500}").hasEffect())
                .isFalse();
        assertThat(fault("{'operation':'*','times':1,'status':500,'when':'after'}")
                        .hasEffect())
                .isTrue();
    }

    @Test
    void a_dropped_answer_leaves_the_effect() {
        Fault dropped = fault("{'operation':'*','times':1,'dropAnswer':true}");

        assertThat(dropped.hasEffect()).isTrue();
        assertThat(dropped.ending()).isEqualTo(SandboxDelivery.Ending.NONE);
    }

    @Test
    void fault_before_the_effect_needs_a_status_or_a_dropped_answer() {
        assertThatThrownBy(() -> fault("{'operation':'*','times':1,'delayMs':5,'when':'before'}"))
                .hasRootCauseMessage("when: before needs a status or dropAnswer");
    }

    private static Fault fault(String settings) {
        return SandboxJson.toRecord(json(settings), Fault.class);
    }
}
