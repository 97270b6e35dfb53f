package ghl.gateway.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayLaunch.Outcome;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The command {@code check} against the sandbox, and against a real location when {@code CONTRACT_TOKEN} and {@code
 * CONTRACT_LOCATION_ID} (and {@code CONTRACT_URL} for another address than the vendor's) are in the environment.
 */
class ContractIT {

    private static final String MASTER_KEY = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

    private static GatewayProcess crm;

    @BeforeAll
    static void startCrm() {
        crm = GatewayLaunch.fresh().start();
    }

    @AfterAll
    static void stopCrm() {
        crm.close();
    }

    @BeforeEach
    void resetCrm() {
        given().baseUri(crm.url(""))
                .body("{}")
                .post("/sandbox/_control/reset")
                .then()
                .statusCode(200);
        given().baseUri(crm.url(""))
                .body("{\"searchLagMs\": 0}")
                .patch("/sandbox/_control/locations/" + CrmAddress.LOCATION)
                .then()
                .statusCode(200);
    }

    @Test
    void check_passes_on_the_sandbox() {
        GatewayLaunch gateway = CrmAddress.at(crm.url("/sandbox")).gateway();

        Outcome outcome = gateway.run("check");

        assertThat(outcome.output())
                .contains("ok    the gateway starts")
                .contains("ok    " + CrmAddress.LOCATION + ": reads contacts (contacts.readonly)")
                .contains("ok    " + CrmAddress.LOCATION + ": writes contacts (contacts.write)")
                .contains("(locations/tasks.readonly)")
                .doesNotContain("FAIL");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void submitted_form_is_read_back_and_deleted() throws IOException {
        int before = contacts();

        Outcome outcome = withForm("", "").run("check", "--submit", "quote");

        assertThat(outcome.output())
                .contains("ok    " + CrmAddress.LOCATION + ": form quote has all scopes")
                .contains("ok    form quote: " + CrmAddress.LOCATION + " has everything that was sent")
                .doesNotContain("FAIL");
        assertThat(outcome.exitCode()).isZero();
        assertThat(contacts()).as(outcome.output()).isEqualTo(before);
        assertThat(counted("create-task")).isEqualTo(1);
        assertThat(counted("create-note")).isEqualTo(1);
        assertThat(counted("delete-contact")).isEqualTo(1);
    }

    @Tag("proof")
    @Test
    void difference_in_the_crm_is_reported_and_deleted() throws IOException {
        int before = contacts();

        Outcome outcome = withForm("", "firstName: Augusta").run("check", "--submit", "quote");

        assertThat(outcome.output())
                .contains("FAIL  form quote: contact.name was sent as \"Ada Lovelace\" but the CRM has \"Augusta\"");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(contacts()).as(outcome.output()).isEqualTo(before);
    }

    @Tag("proof")
    @Test
    void existing_contact_stays_without_the_tests_additions() throws IOException {
        int before = contacts();

        Outcome outcome = withForm(", sample: ada.lovell@example.com", "").run("check", "--submit", "quote");

        assertThat(outcome.output())
                .contains("existed before this test and keeps what the test wrote to it")
                .doesNotContain("could not be deleted");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(contacts()).as(outcome.output()).isEqualTo(before);
        assertThat(counted("delete-task")).isEqualTo(1);
        assertThat(counted("delete-note")).isEqualTo(1);
    }

    @Tag("proof")
    @Test
    void form_reaches_its_named_location_and_unconnected_location_is_reported() throws IOException {
        GatewayLaunch forms = withForm("", "");
        Path file = forms.home().resolve("forms/quote.yaml");
        String definition = Files.readString(file);
        Map<String, String> variables = new HashMap<>(forms.variables());
        variables.keySet().removeAll(List.of("HIGHLEVEL_TOKEN", "HIGHLEVEL_LOCATION_ID"));
        GatewayLaunch gateway = new GatewayLaunch(forms.home(), variables, List.of())
                .with("HIGHLEVEL_LOCATIONS_MAIN_ID", CrmAddress.LOCATION)
                .with("HIGHLEVEL_LOCATIONS_MAIN_TOKEN", CrmAddress.TOKEN);

        Files.writeString(file, "location: main\n" + definition);
        Outcome known = gateway.run("check", "--submit", "quote");
        Files.writeString(file, "location: paris\n" + definition);
        Outcome unknown = gateway.run("check");

        assertThat(known.output())
                .contains(CrmAddress.LOCATION + ": form quote has all scopes")
                .contains(CrmAddress.LOCATION + " has everything that was sent");
        assertThat(known.exitCode()).isZero();
        assertThat(unknown.output()).contains("FAIL  paris: not connected, but form quote is sent there");
        assertThat(unknown.exitCode()).isEqualTo(1);
    }

    @Tag("proof")
    @Test
    void undefined_form_is_reported() throws IOException {
        Outcome outcome = withForm("", "").run("check", "--submit", "offer");

        assertThat(outcome.output()).contains("FAIL  form offer is not defined. Defined: quote");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Tag("proof")
    @Test
    void invalid_token_is_reported() {
        GatewayLaunch gateway =
                CrmAddress.at(crm.url("/sandbox")).gateway().with("HIGHLEVEL_TOKEN", "pit-wrong-canary");

        Outcome outcome = gateway.run("check");

        assertThat(outcome.output())
                .contains("FAIL  " + CrmAddress.LOCATION)
                .contains("access token is invalid")
                .doesNotContain("pit-wrong-canary");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Tag("proof")
    @Test
    void missing_scope_is_named_and_differs_from_an_outage() throws IOException {
        given().baseUri(crm.url(""))
                .contentType("application/json")
                .body(Map.of(
                        "token", "pit-few",
                        "locationIds", List.of(CrmAddress.LOCATION),
                        "scopes", List.of("contacts.readonly", "locations.readonly", "contacts.write")))
                .post("/sandbox/_control/tokens")
                .then()
                .statusCode(201);
        GatewayLaunch gateway = withForm("", "").with("HIGHLEVEL_TOKEN", "pit-few");

        Outcome few = gateway.run("check");
        Outcome down = gateway.with("HIGHLEVEL_URL", "http://127.0.0.1:9/").run("check");

        assertThat(few.output())
                .containsPattern(
                        "FAIL  " + CrmAddress.LOCATION + ": form quote lacks locations/customFields.readonly(\\R|$)");
        assertThat(few.exitCode()).isEqualTo(1);
        assertThat(down.output())
                .contains("scopes could not be checked: see the lines above")
                .doesNotContain("lacks");
        assertThat(down.exitCode()).isEqualTo(1);
    }

    @Tag("proof")
    @Test
    void refused_settings_are_reported() {
        Outcome outcome = GatewayLaunch.fresh()
                .with("HIGHLEVEL_TOKEN", CrmAddress.TOKEN)
                .with("GATEWAY_ACCESS", "open")
                .run("check");

        assertThat(outcome.output()).contains("HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing");
        assertThat(outcome.exitCode()).isNotZero();
    }

    @Test
    @Tag("real-location")
    void check_passes_on_a_real_location() {
        Map<String, String> environment = System.getenv();
        Requirement.that(
                environment.containsKey("CONTRACT_TOKEN") && environment.containsKey("CONTRACT_LOCATION_ID"),
                "CONTRACT_TOKEN and CONTRACT_LOCATION_ID are not set: no real location is asked");
        GatewayLaunch gateway = GatewayLaunch.fresh()
                .with("HIGHLEVEL_TOKEN", environment.get("CONTRACT_TOKEN"))
                .with("HIGHLEVEL_LOCATION_ID", environment.get("CONTRACT_LOCATION_ID"))
                .with("GATEWAY_MASTER_KEY", MASTER_KEY)
                .with("GATEWAY_ACCESS", "open");
        String url = environment.get("CONTRACT_URL");

        Outcome outcome = (url == null ? gateway : gateway.with("HIGHLEVEL_URL", url)).run("check");

        assertThat(outcome.output()).doesNotContain("FAIL").contains("writes contacts");
        assertThat(outcome.exitCode()).isZero();
    }

    /** @param email more about the question for the e-mail address @param contact one more field of the contact */
    private static GatewayLaunch withForm(String email, String contact) throws IOException {
        GatewayLaunch gateway = CrmAddress.at(crm.url("/sandbox")).gateway();
        Path forms = Files.createDirectory(gateway.home().resolve("forms"));
        Files.writeString(forms.resolve("quote.yaml"), """
                answers:
                  name: {required: true, sample: Ada Lovelace}
                  email: {type: email, required: true%s}
                  phone: {type: phone}
                  what: {type: choice, options: [kitchen, bathroom]}
                contact:
                  %s
                  name: "{name}"
                  email: "{email}"
                  phone: "{phone}"
                  customFields: {project_type: "{what}"}
                tasks:
                  - {title: "Call {name}", body: "About the {what}", dueIn: 1 day}
                notes:
                  - body: "{name} wants a {what}"
                tags: [lead, "{what.slug}"]
                """.formatted(email, contact));
        return gateway.with("GATEWAY_FORMS", forms.toString());
    }

    private static int contacts() {
        return given().baseUri(crm.url(""))
                .header("Authorization", "Bearer " + CrmAddress.TOKEN)
                .header("Version", "2021-07-28")
                .queryParam("locationId", CrmAddress.LOCATION)
                .get("/sandbox/contacts/")
                .then()
                .statusCode(200)
                .extract()
                .path("meta.total");
    }

    private static int counted(String operation) {
        return given().baseUri(crm.url(""))
                .queryParam("locationId", CrmAddress.LOCATION)
                .get("/sandbox/_control/counters")
                .jsonPath()
                .getInt("operations.'" + operation + "'");
    }
}
