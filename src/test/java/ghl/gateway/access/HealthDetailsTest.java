package ghl.gateway.access;

import static ghl.gateway.fixture.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.Keyring;
import ghl.gateway.access.key.Keys;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.ops.OwnKeys;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
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
    Database database;

    @Inject
    Clock clock;

    @Inject
    Keyring keyring;

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
        String text = new Keys(database, clock)
                .create("test", NewKey.secret("test", Set.of(role), LocationScope.ALL))
                .reveal();
        await().until(() -> keyring.authenticate(text).isPresent());
        return text;
    }
}
