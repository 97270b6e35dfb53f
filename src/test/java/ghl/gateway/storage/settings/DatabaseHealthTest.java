package ghl.gateway.storage.settings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.OutageReason;
import ghl.gateway.storage.StorageException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseHealthTest {

    @Inject
    OpenDatabase database;

    @Test
    void readiness_reports_the_kind_of_database() {
        readinessIs(200, "UP", Map.of("kind", "SQLite"));
    }

    @Test
    void readiness_reports_an_outage_and_its_reason_until_it_ends() {
        database.outage().failed(new StorageException("full", null, OutageReason.DISK_FULL));

        readinessIs(503, "DOWN", Map.of("kind", "SQLite", "reason", "the disk is full"));
        given().get("/q/health/live").then().statusCode(200);

        database.probe();
        database.probe();
        readinessIs(200, "UP", Map.of("kind", "SQLite"));
    }

    private static void readinessIs(int httpStatus, String status, Map<String, String> data) {
        given().get("/q/health/ready")
                .then()
                .statusCode(httpStatus)
                .body("checks.find { it.name == 'database' }.status", is(status))
                .body("checks.find { it.name == 'database' }.data", is(data));
    }
}
