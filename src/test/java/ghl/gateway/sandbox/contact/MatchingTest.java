package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.Samples.contact;
import static ghl.gateway.sandbox.Samples.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.Matching.Match;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final ObjectNode ada = contact("ada", "{'email':'Ada@Example.com','phone':'+12125550101'}");
    private final ObjectNode ben = contact("ben", "{'email':'ben@example.com','phone':'+12125550102'}");
    private final List<ObjectNode> both = List.of(ada, ben);

    @Test
    void email_match_ignores_case() {
        assertThat(byRules("{}").first(who("ada@example.com", null)))
                .map(Match::contact)
                .contains(ada);
    }

    @Test
    void first_identifier_of_the_location_decides() {
        Identity torn = who("ada@example.com", "+12125550102");

        assertThat(byRules("{'contactUniqueIdentifiers':['email','phone']}").first(torn))
                .contains(new Match(Identifier.EMAIL, ada));
        assertThat(byRules("{'contactUniqueIdentifiers':['phone','email']}").first(torn))
                .contains(new Match(Identifier.PHONE, ben));
    }

    @Test
    void second_identifier_is_used_when_the_first_has_no_match() {
        assertThat(byRules("{}").first(who("new@example.com", "+12125550102")))
                .contains(new Match(Identifier.PHONE, ben));
    }

    @Test
    void identifier_unused_by_the_location_has_no_match() {
        assertThat(byRules("{'contactUniqueIdentifiers':['email']}").first(who(null, "+12125550102")))
                .isEmpty();
    }

    @Test
    void identifier_of_another_contact_is_distinguished_from_own() {
        Match match = new Match(Identifier.EMAIL, ada);

        assertThat(byRules("{}").heldByOthers(who("ada@example.com", "+12125550102"), match))
                .containsExactly(Identifier.PHONE);
        assertThat(byRules("{}").heldByOthers(who("ada@example.com", "+12125550101"), match))
                .isEmpty();
        assertThat(byRules("{}").heldByOthers(who("ada@example.com", "+12125550199"), match))
                .isEmpty();
    }

    @Test
    void additional_email_matches() {
        ObjectNode jonas = contact("jonas", "{'additionalEmails':[{'email':'jp@example.org'}]}");

        assertThat(Matching.byRulesOf(location("{}"), List.of(jonas)).first(who("jp@example.org", null)))
                .contains(new Match(Identifier.EMAIL, jonas));
    }

    @Test
    void oldest_of_several_matches_wins() {
        ObjectNode older = contact("older", "{'email':'x@example.com','dateAdded':'2020-01-01T00:00:00.000Z'}");
        ObjectNode newer = contact("newer", "{'email':'x@example.com'}");

        assertThat(Matching.byRulesOf(location("{}"), List.of(newer, older)).first(who("x@example.com", null)))
                .map(Match::contact)
                .contains(older);
    }

    @Test
    void lookup_with_duplicates_matches_email_before_phone() {
        SandboxLocation lenient = location("{'allowDuplicateContact':true,'contactUniqueIdentifiers':['phone']}");

        assertThat(Matching.forLookup(lenient, both).first(who("ada@example.com", "+12125550102")))
                .contains(new Match(Identifier.EMAIL, ada));
    }

    private Matching byRules(String settings) {
        return Matching.byRulesOf(location(settings), both);
    }

    private static Identity who(String email, String phone) {
        return new Identity(Optional.ofNullable(email), Optional.ofNullable(phone));
    }
}
