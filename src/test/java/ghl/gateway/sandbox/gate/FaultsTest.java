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
    void a_fault_happens_as_often_as_it_was_ordered() {
        faults.add(fault("{'operation':'create-task','times':2,'status':500}"));

        assertThat(faults.take("here", "create-task")).isPresent();
        assertThat(faults.take("here", "create-task")).isPresent();
        assertThat(faults.take("here", "create-task")).isEmpty();
    }

    @Test
    void a_fault_spares_other_operations_and_other_locations() {
        faults.add(fault("{'locationId':'here','operation':'create-task','times':1,'status':500}"));

        assertThat(faults.take("here", "get-task")).isEmpty();
        assertThat(faults.take("there", "create-task")).isEmpty();
        assertThat(faults.take("here", "create-task")).isPresent();
    }

    @Test
    void a_star_concerns_every_operation() {
        faults.add(fault("{'operation':'*','times':1,'status':500}"));

        assertThat(faults.take("here", "get-contact")).isPresent();
    }

    @Test
    void faults_happen_in_the_order_in_which_they_were_ordered() {
        faults.add(fault("{'operation':'*','times':1,'status':500}"));
        faults.add(fault("{'operation':'*','times':1,'status':502}"));

        assertThat(faults.take("here", "get-contact").orElseThrow().status()).isEqualTo(500);
        assertThat(faults.take("here", "get-contact").orElseThrow().status()).isEqualTo(502);
    }

    @Test
    void a_status_replaces_the_operation_unless_it_comes_after() {
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
    void before_the_effect_there_is_no_truth_to_answer_with() {
        assertThatThrownBy(() -> fault("{'operation':'*','times':1,'delayMs':5,'when':'before'}"))
                .hasRootCauseMessage("when: before needs a status or dropAnswer");
    }

    private static Fault fault(String settings) {
        return SandboxJson.toRecord(json(settings), Fault.class);
    }
}
