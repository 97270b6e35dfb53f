package ghl.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.fixture.TestKeys;
import ghl.gateway.ops.OwnKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guarded gateway tells everyone whether it is up, and operators why. */
@QuarkusTest
@TestProfile(OwnKeys.class)
class HealthDetailsTest {

    @Inject
    TestKeys keys;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready"})
    void operator_sees_the_data_of_the_checks(String path) {
        assertThat(checks(path, key(Role.OPERATOR)))
                .filteredOn(check -> check.containsKey("data"))
                .extracting(check -> check.get("name"))
                .contains("CRM", "credentials", "database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready"})
    void other_callers_see_the_status_only(String path) {
        String reader = key(Role.READER);

        for (String caller : List.of(reader, "", "sk_unknown", ".")) {
            assertThat(checks(path, caller))
                    .as(caller)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(check -> assertThat(check).containsOnlyKeys("name", "status"));
        }
    }

    private static List<Map<String, Object>> checks(String path, String key) {
        return given().header("Authorization", "Bearer " + key)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("checks");
    }

    private String key(Role role) {
        return keys.make(NewKey.secret("test", Set.of(role), LocationScope.ALL));
    }
}
