package ghl.gateway.sandbox.check;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyRulesTest {

    private static final BodyRules RULES = BodyRules.of(
            required("title", Checks.NOT_EMPTY, Checks.STRING),
            optional("note", Checks.STRING),
            optional("website", Checks.STRING).orNull(),
            optional("tags", Checks.STRINGS),
            optional("address", Checks.nested(BodyRules.of(required("city", Checks.STRING)))));

    @Test
    void valid_body_has_no_violations() {
        assertThat(violations("{'title':'Call','note':'x','website':null,'tags':['a'],'address':{'city':'Rome'}}"))
                .isEmpty();
    }

    @Test
    void all_violations_are_reported_unknown_fields_first() {
        assertThat(violations("{'colour':'red','note':1,'tags':'a'}"))
                .containsExactly(
                        "property colour should not exist",
                        "title should not be empty",
                        "title must be a string",
                        "note must be a string",
                        "each value in tags must be a string",
                        "tags must be an array");
    }

    @Test
    void null_is_accepted_only_for_nullable_fields() {
        assertThat(violations("{'title':'Call','note':null,'website':null}")).containsExactly("note must be a string");
    }

    @Test
    void nested_violation_has_its_path() {
        assertThat(violations("{'title':'Call','address':{'street':'x'}}"))
                .containsExactly("address.property street should not exist", "address.city must be a string");
    }

    @Test
    void violations_are_answered_with_422_and_a_list() {
        assertThatThrownBy(() -> RULES.check(SandboxJson.object()))
                .isInstanceOfSatisfying(SandboxRefusal.class, refusal -> {
                    assertThat(refusal.reply().status()).isEqualTo(422);
                    assertThat(refusal.reply().body().path("message").isArray()).isTrue();
                });
    }

    private static List<String> violations(String json) {
        return RULES.violations("", SandboxJson.parse(json.replace('\'', '"')));
    }
}
