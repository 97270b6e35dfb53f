package ghl.gateway.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Browser;
import ghl.gateway.fixture.Crm;
import ghl.gateway.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uninstall events of the vendor's webhook. */
@QuarkusTest
class UninstallTest {

    private static final String APP = "sbxapp0000000000001";

    /** Its public half is the setting {@code highlevel.oauth.webhook-key} of all tests. */
    private static final PrivateKey VENDOR_KEY =
            key("MC4CAQAwBQYDK2VwBCIEIKW7ZusXxoDlnPTS0zGnJBA8ZpjVG+CtO4JyIGCLUJMD");

    @Inject
    Database database;

    private final Browser browser = new Browser();
    private Crm crm;

    @BeforeEach
    void connect() {
        crm = Crm.with(Map.of("ownTokenOnly", true));
        browser.install("location/" + crm.locationId());
    }

    @Test
    void uninstall_deletes_the_tokens_and_is_audited_once() {
        String event = uninstall(APP, Instant.now().plusSeconds(1));
        assertThat(post(event)).isEqualTo(204);
        assertThat(post(event)).isEqualTo(204);

        assertThat(isConnected()).isFalse();
        List<String> actors = database.read(transaction -> transaction.list(
                "SELECT actor FROM audit WHERE action = 'forget' AND detail = ?",
                row -> row.text("actor"),
                "location/" + crm.locationId()));
        assertThat(actors).containsExactly("vendor");
    }

    @Test
    void event_signed_with_another_key_is_rejected() throws GeneralSecurityException {
        String event = uninstall(APP, Instant.now().plusSeconds(1));

        assertThat(post(event, signature(anotherKey(), event))).isEqualTo(401);
        assertThat(post(event, "N/A")).isEqualTo(401);
        assertThat(post(event + " ", signature(VENDOR_KEY, event))).isEqualTo(401);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void event_for_another_app_is_ignored() {
        assertThat(post(uninstall("anotherApp", Instant.now().plusSeconds(1)))).isEqualTo(204);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void event_older_than_the_install_is_ignored() {
        assertThat(post(uninstall(APP, Instant.now().minusSeconds(60)))).isEqualTo(204);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void event_without_timestamp_is_rejected() {
        String event = "{\"type\":\"UNINSTALL\",\"appId\":\"" + APP + "\",\"locationId\":\"" + crm.locationId() + "\"}";

        assertThat(post(event)).isEqualTo(400);
        assertThat(isConnected()).isTrue();
    }

    @Test
    void other_events_are_acknowledged_and_ignored() {
        assertThat(post("{\"type\":\"ContactCreate\",\"locationId\":\"" + crm.locationId() + "\"}"))
                .isEqualTo(204);
        assertThat(isConnected()).isTrue();
    }

    private String uninstall(String appId, Instant when) {
        return "{\"type\":\"UNINSTALL\",\"appId\":\"%s\",\"locationId\":\"%s\",\"timestamp\":\"%s\"}"
                .formatted(appId, crm.locationId(), when);
    }

    private static int post(String event) {
        try {
            return post(event, signature(VENDOR_KEY, event));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int post(String event, String signature) {
        return given().header("x-ghl-signature", signature)
                .contentType("application/json")
                .body(event)
                .post("/webhooks/highlevel")
                .statusCode();
    }

    private static String signature(PrivateKey key, String event) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(event.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private boolean isConnected() {
        return given().get("/ops/locations").jsonPath().getList("locations.id").contains(crm.locationId());
    }

    private static PrivateKey key(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey anotherKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    }
}
