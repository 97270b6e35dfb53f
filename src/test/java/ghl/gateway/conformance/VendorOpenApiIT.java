package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.FreePort;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Requirement;
import ghl.gateway.highlevel.transport.ContactsApi;
import ghl.gateway.highlevel.transport.LocationsApi;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prism validates every call between client and sandbox against the vendor's OpenAPI documents. */
@Tag("proof")
class VendorOpenApiIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Test
    void every_operation_matches_the_vendors_openapi() {
        Requirement.that(
                System.getenv("VENDOR_OPENAPI") != null,
                "VENDOR_OPENAPI is not set: it names the folder with the vendor's OpenAPI documents");
        int front = FreePort.find();
        try (GatewayProcess sandbox = GatewayLaunch.fresh().start();
                GatewayProcess gateway = CrmAddress.at("http://127.0.0.1:" + front)
                        .gateway()
                        .with("SUBMISSION_FIND_AGAIN", "0.2s")
                        .with("HIGHLEVEL_BUDGET_BURST", "10000")
                        .start()) {
            NodeScript.Outcome judged = new NodeScript("openapi.mjs")
                    .run(LIMIT, arguments(sandbox.url("/sandbox"), gateway.url(""), String.valueOf(front)));

            assertThat(judged.output()).contains("\n0 operations never seen", "\n0 violations");
            assertThat(judged.exitCode()).isZero();
        }
    }

    private static String[] arguments(String... addresses) {
        return Stream.concat(Arrays.stream(addresses), clientOperations()).toArray(String[]::new);
    }

    /** Includes new operations of the client automatically. */
    private static Stream<String> clientOperations() {
        return Stream.of(ContactsApi.class, LocationsApi.class)
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName);
    }
}
