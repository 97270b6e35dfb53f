package ghl.gateway.highlevel.settings;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CrmHealthTest {

    @Test
    void the_health_check_says_sandbox_or_live() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'CRM' }.data.mode", equalTo("sandbox"))
                .body("checks.find { it.name == 'CRM' }.data.url", endsWith("/sandbox"));
    }
}
