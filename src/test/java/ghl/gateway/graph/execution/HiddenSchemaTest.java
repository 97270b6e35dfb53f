package ghl.gateway.graph.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.fixture.TestKeys;
import ghl.gateway.ops.OwnKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of a guarded gateway, for anyone who can read a key in a page. */
@QuarkusTest
@TestProfile(OwnKeys.class)
class HiddenSchemaTest {

    private static final String SHOW_DETAILS = " (an operator can show details with GATEWAY_EXPLORE=true)";

    @Inject
    TestKeys keys;

    private String key;

    @BeforeEach
    void makeKeys() {
        keys.make(NewKey.secret("any", Set.of(Role.READER), LocationScope.ALL)); // guards the gateway
        key = keys.make(
                NewKey.publishable("a page", "contact", Set.of("https://www.example.com"), new FormRates(null, 1000)));
    }

    /** The messages of graphql-java name types, and fields that the page did not name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { contct { x } }                                     | Validation error (FieldUndefined@[contct])
                    { contact(id: 1) { nme } }                           | Validation error (FieldUndefined@[contact/nme])
                    { contact { id } }                                   | Validation error (MissingFieldArgument@[contact])
                    { forms }                                            | Validation error (SubselectionRequired@[forms])
                    { contacts(first: "x") { totalCount } }              | Validation error (WrongType@[contacts])
                    query($v: Int) { contact(id: $v) { id } }            | Validation error (VariableTypeMismatch@[contact])
                    query($v: ContactOrder) { forms { name } }           | Validation error (UnusedVariable@[])
                    query($v: Int) { contacts(first: $v) { totalCount } } | Variable 'v' has an invalid value
                    query($v: ContactFilter) { contacts(filter: $v) { totalCount } } | The variables input contains a field name 'nme' that is not defined
                    """)
    void errors_do_not_name_parts_of_the_hidden_schema(String query, String message) {
        Response response = given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + key)
                .body(Map.of("query", query, "variables", Map.of("v", Map.of("nme", "x"))))
                .post("/graphql");

        assertThat(response.jsonPath().getString("errors[0].message")).isEqualTo(message + SHOW_DETAILS);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    }
}
