package ghl.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator resolves a step whose response was lost. */
@QuarkusTest
class ResolveTest {

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void step_resolved_as_done_is_not_called_again() {
        String there = crm.contact(Map.of("email", "ada@example.com", "phone", "+12125550101"));
        String id = unsure("ada@example.com");

        Operator.post("/submissions/" + id + "/steps/1/resolve", Map.of("done", true, "resultId", there), 200);

        JsonPath done = Operator.awaitStatus(id, "DONE");
        assertThat(done.getString("contactId")).isEqualTo(there);
        assertThat(crm.calls("create-contact"))
                .as("the lost call never arrived")
                .isZero();
        assertThat(crm.get("/contacts/" + there + "/notes").getList("notes")).hasSize(1);
        assertThat(Operator.audit(id).getList("audit.action")).containsExactly("resolve");
        assertThat(Operator.audit(id).getList("audit.detail")).containsExactly("step 1 done");
    }

    @Test
    void step_resolved_as_not_done_is_called_again_without_a_probe() {
        String there = crm.contact(Map.of("email", "ada@example.com", "phone", "+12125550101"));
        String id = unsure("ada@example.com");
        int looks = crm.calls("get-duplicate-contact");

        Operator.post("/submissions/" + id + "/steps/1/resolve", Map.of("done", false), 200);

        JsonPath done = Operator.awaitStatus(id, "DONE");
        assertThat(done.getString("contactId")).isNotEqualTo(there);
        assertThat(crm.calls("create-contact")).isEqualTo(1);
        assertThat(crm.calls("get-duplicate-contact")).isEqualTo(looks);
        assertThat(Operator.audit(id).getList("audit.detail")).containsExactly("step 1 not done");
    }

    @Test
    void invalid_resolution_is_rejected() {
        crm.contact(Map.of("email", "ada@example.com", "phone", "+12125550101"));
        String id = unsure("ada@example.com");
        String resolve = "/submissions/" + id + "/steps/";

        assertThat(Operator.refusal(resolve + "1/resolve", Map.of("done", true), 400))
                .isEqualTo("Step 1 determines the contact: give the contact's id as resultId");
        assertThat(Operator.refusal(resolve + "2/resolve", Map.of("done", true), 409))
                .isEqualTo("Step 2 is TODO: only an UNSURE step can be resolved");
        assertThat(Operator.refusal(resolve + "3/resolve", Map.of("done", true), 400))
                .isEqualTo("step must be 1 to 2");
        assertThat(Operator.refusal(resolve + "1/resolve", Map.of("done", true, "resultId", "a@b.c"), 400))
                .contains("resultId must be an id");
        assertThat(Operator.audit(id).getList("audit")).isEmpty();
    }

    /** A submission whose contact may or may not have been created, because a similar contact exists. */
    private String unsure(String email) {
        crm.settings(Map.of("allowDuplicateContact", true));
        crm.fault(Map.of("operation", "create-contact", "dropAnswer", true, "when", "before", "times", 1));
        String id = Ask.submit(
                        crm,
                        Map.of(
                                "contactPolicy", "CREATE_ONLY",
                                "contact", Map.of("email", email, "phone", "+12125550102"),
                                "notes", List.of(Map.of("body", "y"))))
                .getString("submission.id");
        assertThat(Operator.awaitStatus(id, "PARKED").getList("steps.status")).containsExactly("UNSURE", "TODO");
        return id;
    }
}
