package ghl.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Operators manage the forms of their own locations only. */
@QuarkusTest
@TestProfile(OwnKeys.class)
class FormReachTest {

    @Inject
    TestKeys keys;

    @Test
    void operator_of_another_location_reaches_no_form() {
        String key = operator(LocationScope.of(Set.of("anotherLocation00001")));
        String id = as(operator(LocationScope.ALL))
                .body(Map.of("sender", "link"))
                .post("/ops/forms/quote/links")
                .jsonPath()
                .getString("id");

        List<Response> answers = List.of(
                as(key).body(Map.of("sender", "link")).post("/ops/forms/quote/links"),
                as(key).get("/ops/forms/quote/links"),
                as(key).delete("/ops/forms/quote/links/" + id),
                as(key).body(Map.of()).post("/ops/forms/quote/capture"),
                as(key).get("/ops/forms/quote/capture"),
                as(key).get("/ops/forms/quote/capture/definition"),
                as(key).delete("/ops/forms/quote/capture"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("FORBIDDEN");
        });
        assertThat(as(key).get("/ops/forms").jsonPath().getList("forms")).isEmpty();
        assertThat(as(key).get("/ops/forms/no-such-form/links").asString())
                .as("existence of the form is not disclosed")
                .isEqualTo(answers.get(1).asString());
    }

    @Test
    void operator_of_the_location_reaches_its_forms_but_no_undefined_form() {
        String key = operator(LocationScope.of(Set.of(Crm.main().locationId())));

        assertThat(as(key).get("/ops/forms").jsonPath().getList("forms.form")).contains("quote", "contact");
        assertThat(as(key).get("/ops/forms/quote/links").statusCode()).isEqualTo(200);
        Response made = as(key).body(Map.of("sender", "link")).post("/ops/forms/quote/links");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(as(key).get("/ops/forms/quote/links").jsonPath().getString("links[-1].createdBy"))
                .as("the caller is the actor")
                .startsWith("key ");
        assertThat(as(key).body(Map.of()).post("/ops/forms/undefined/capture").statusCode())
                .isEqualTo(403);
        assertThat(as(operator(LocationScope.ALL))
                        .body(Map.of())
                        .post("/ops/forms/undefined/capture")
                        .statusCode())
                .isEqualTo(200);
    }

    private String operator(LocationScope locations) {
        return keys.make(NewKey.secret("an operator", Set.of(Role.OPERATOR), locations));
    }

    private static RequestSpecification as(String key) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + key);
    }
}
