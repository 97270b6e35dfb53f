package ghl.gateway.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Browser;
import ghl.gateway.fixture.Crm;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor tells that the app was uninstalled, over its webhook. */
@QuarkusTest
@TestProfile(UninstallTest.KnownKey.class)
class UninstallTest {

    private static final String APP = "sbxapp0000000000001";
    private static final KeyPair KEYS = keys();

    @Inject
    Database database;

    private final Browser browser = new Browser();
    private Crm crm;

    /** The vendor's key, of which the test has the other half. */
    public static final class KnownKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "highlevel.oauth.webhook-key",
                    Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        }
    }

    @BeforeEach
    void connect() {
        crm = Crm.with(Map.of("ownTokenOnly", true));
        browser.install("location/" + crm.locationId());
    }

    @Test
    void it_forgets_the_tokens_and_leaves_a_row_in_the_audit() {
        String event = uninstall(APP, Instant.now().plusSeconds(1));
        assertThat(told(event)).isEqualTo(204);
        assertThat(told(event)).isEqualTo(204);

        assertThat(isConnected()).isFalse();
        List<String> actors = database.read(transaction -> transaction.list(
                "SELECT actor FROM audit WHERE action = 'forget' AND detail = ?",
                row -> row.text("actor"),
                "location/" + crm.locationId()));
        assertThat(actors).containsExactly("vendor");
    }

    @Test
    void what_another_key_signed_changes_nothing() throws GeneralSecurityException {
        String event = uninstall(APP, Instant.now().plusSeconds(1));

        assertThat(told(event, signature(keys(), event))).isEqualTo(401);
        assertThat(told(event, "N/A")).isEqualTo(401);
        assertThat(told(event + " ", signature(KEYS, event))).isEqualTo(401);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void what_the_vendor_signed_for_another_app_changes_nothing() {
        assertThat(told(uninstall("anotherApp", Instant.now().plusSeconds(1)))).isEqualTo(204);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void a_word_from_before_the_install_changes_nothing() {
        assertThat(told(uninstall(APP, Instant.now().minusSeconds(60)))).isEqualTo(204);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void without_a_time_it_is_refused() {
        String event = "{\"type\":\"UNINSTALL\",\"appId\":\"" + APP + "\",\"locationId\":\"" + crm.locationId() + "\"}";

        assertThat(told(event)).isEqualTo(400);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void other_events_are_answered_and_left_alone() {
        assertThat(told("{\"type\":\"ContactCreate\",\"locationId\":\"" + crm.locationId() + "\"}"))
                .isEqualTo(204);
        assertThat(isConnected()).isTrue();
    }

    private String uninstall(String appId, Instant when) {
        return "{\"type\":\"UNINSTALL\",\"appId\":\"%s\",\"locationId\":\"%s\",\"timestamp\":\"%s\"}"
                .formatted(appId, crm.locationId(), when);
    }

    private static int told(String event) {
        try {
            return told(event, signature(KEYS, event));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int told(String event, String signature) {
        return given().header("x-ghl-signature", signature)
                .contentType("application/json")
                .body(event)
                .post("/webhooks/highlevel")
                .statusCode();
    }

    private static String signature(KeyPair keys, String event) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(event.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private boolean isConnected() {
        return given().get("/ops/locations").jsonPath().getList("locations.id").contains(crm.locationId());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
