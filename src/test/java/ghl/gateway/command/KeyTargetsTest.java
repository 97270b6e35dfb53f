package ghl.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ghl.gateway.credential.store.Owner;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.highlevel.settings.CrmSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTargetsTest {

    private static final URI CRM = URI.create("https://crm.example");
    private static final CrmSettings TOKENS = settings(CRM, Map.of("own", "pit-1"), false);
    private static final CrmSettings APP = settings(CRM, Map.of(), true);

    @Test
    void location_with_a_token_or_a_connection_is_accepted() {
        assertThat(KeyTargets.checkLocation("own", TOKENS, Set.of())).isEmpty();
        assertThat(KeyTargets.checkLocation("installed", APP, Set.of(Owner.location("installed"))))
                .isEmpty();
        assertThat(KeyTargets.checkLocation("main", settings(null, Map.of(), true), Set.of()))
                .as("default location of the sandbox")
                .isEmpty();
    }

    @Test
    void location_without_any_way_to_a_token_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyTargets.checkLocation("other", TOKENS, Set.of(Owner.location("installed"))))
                .withMessageStartingWith("Location other has no token")
                .withMessageEndingWith("or use one of own");
    }

    @Test
    void location_that_may_be_connected_later_is_warned_of() {
        assertThat(KeyTargets.checkLocation("other", APP, Set.of()))
                .contains("location other is not connected: connect it at /oauth/install.");
        assertThat(KeyTargets.checkLocation("other", TOKENS, Set.of(Owner.company("agency"))))
                .isPresent();
    }

    @Test
    void location_of_a_sandbox_is_warned_of() {
        assertThat(KeyTargets.checkLocation("other", settings(null, Map.of(), true), Set.of()))
                .contains("location other was not checked: make sure that the sandbox has it.");
        assertThat(KeyTargets.checkLocation(
                        "other",
                        settings(URI.create("http://127.0.0.1:8080/sandbox"), Map.of("own", "pit-1"), false),
                        Set.of()))
                .isPresent();
    }

    @Test
    void undefined_form_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyTargets.checkForm("quote", List::of))
                .withMessage(
                        "Form quote is not defined: add quote.yaml to the folder of GATEWAY_FORMS first. Defined: none");
    }

    @Test
    void form_that_would_refuse_the_key_is_warned_of() {
        FormFile withoutSenders = new FormFile("quote", "forms/quote.yaml", """
                answers: {email: {type: email}}
                contact: {email: "{email}"}
                """);
        FormFile broken = new FormFile("broken", "forms/broken.yaml", "answers: []");

        assertThat(KeyTargets.checkForm("quote", () -> List.of(withoutSenders)))
                .contains("form quote refuses this key: add `- type: public` to the senders in forms/quote.yaml");
        assertThat(KeyTargets.checkForm("broken", () -> List.of(broken)).orElseThrow())
                .startsWith("the definition of form broken is not valid: forms/broken.yaml");
    }

    private static CrmSettings settings(URI url, Map<String, String> tokens, boolean app) {
        return new CrmSettings(url, tokens, Map.of(), url == null ? "main" : null, app);
    }
}
