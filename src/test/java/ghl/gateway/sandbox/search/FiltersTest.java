package ghl.gateway.sandbox.search;

import static ghl.gateway.sandbox.Samples.contact;
import static ghl.gateway.sandbox.Samples.json;
import static ghl.gateway.sandbox.Samples.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.state.SandboxLocation;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private final SandboxLocation location = location("{'timezone':'America/New_York','customFields':["
            + "{'id':'fBudget','name':'Budget','dataType':'NUMERICAL'},"
            + "{'id':'fRooms','name':'Rooms','dataType':'CHECKBOX'},"
            + "{'id':'fStart','name':'Start','dataType':'DATE'},"
            + "{'id':'fBoxes','name':'Boxes','dataType':'TEXTBOX_LIST'}]}");

    private final ObjectNode ada = contact(
            "ada",
            "{'firstName':'Ada','lastName':'Lovell','email':'ada@example.com','address1':'18 Orchard Street',"
                    + "'companyName':'Lovell Ltd','tags':['web lead','kitchen'],"
                    + "'dateAdded':'2026-11-02T04:30:00.000Z','customFields':[{'id':'fBudget','value':42000},"
                    + "{'id':'fRooms','value':['kitchen','pantry']},{'id':'fStart','value':'2027-02-01'},"
                    + "{'id':'fBoxes','value':{'b1':'oak','b2':'pine'}}]}");

    @Test
    void text_comparison_ignores_case() {
        assertThat(finds("{'field':'firstNameLowerCase','operator':'eq','value':'ADA'}"))
                .isTrue();
        assertThat(finds("{'field':'firstNameLowerCase','operator':'not_eq','value':'ada'}"))
                .isFalse();
        assertThat(finds("{'field':'lastNameLowerCase','operator':'contains','value':'ove'}"))
                .isTrue();
        assertThat(finds("{'field':'lastNameLowerCase','operator':'not_contains','value':'ove'}"))
                .isFalse();
    }

    @Test
    void search_fields_have_their_own_names() {
        assertThat(finds("{'field':'address','operator':'contains','value':'orchard'}"))
                .isTrue();
        assertThat(finds("{'field':'contactName','operator':'eq','value':'ada lovell'}"))
                .isTrue();
        assertThat(finds("{'field':'businessName','operator':'eq','value':'lovell ltd'}"))
                .isTrue();
    }

    @Test
    void any_of_several_tags_matches() {
        assertThat(finds("{'field':'tags','operator':'eq','value':'kitchen'}")).isTrue();
        assertThat(finds("{'field':'tags','operator':'eq','value':['bathroom','kitchen']}"))
                .isTrue();
        assertThat(finds("{'field':'tags','operator':'not_eq','value':'kitchen'}"))
                .isFalse();
        assertThat(finds("{'field':'tags','operator':'contains','value':'lead'}"))
                .isTrue();
    }

    @Test
    void exists_operator_takes_no_value() {
        assertThat(finds("{'field':'email','operator':'exists'}")).isTrue();
        assertThat(finds("{'field':'phone','operator':'not_exists'}")).isTrue();
        assertThat(finds("{'field':'lastEmailOpenedDate','operator':'exists'}")).isFalse();
    }

    @Test
    void date_in_a_range_starts_in_the_locations_zone() {
        assertThat(finds("{'field':'dateAdded','operator':'range','value':{'lt':'2026-11-02'}}"))
                .isTrue();
        assertThat(finds("{'field':'dateAdded','operator':'range','value':{'gte':'2026-11-02T00:00:00Z'}}"))
                .isTrue();
        assertThat(finds("{'field':'dateAdded','operator':'range','value':{'gt':1793593800000}}"))
                .isFalse();
        assertThat(finds("{'field':'dateAdded','operator':'range','value':{'gte':1793593800000,'lte':1793593800000}}"))
                .isTrue();
    }

    @Test
    void custom_fields_are_filtered_by_id() {
        assertThat(finds("{'field':'customFields.fBudget','operator':'range','value':{'gt':40000,'lt':50000}}"))
                .isTrue();
        assertThat(finds("{'field':'customFields.fBudget','operator':'eq','value':42000}"))
                .isTrue();
        assertThat(finds("{'field':'customFields.fRooms','operator':'eq','value':'pantry'}"))
                .isTrue();
        assertThat(finds("{'field':'customFields.fStart','operator':'range','value':{'gte':'2027-02-01'}}"))
                .isTrue();
        assertThat(finds("{'field':'customFields.fBoxes.b2','operator':'contains','value':'pin'}"))
                .isTrue();
    }

    @Test
    void groups_combine_their_filters() {
        String yes = "{'field':'email','operator':'exists'}";
        String no = "{'field':'phone','operator':'exists'}";

        assertThat(finds("{'group':'OR','filters':[" + yes + "," + no + "]}")).isTrue();
        assertThat(finds("{'group':'AND','filters':[" + yes + "," + no + "]}")).isFalse();
        assertThat(finds(yes + "," + no)).isFalse();
        assertThat(finds("{'group':'AND','filters':[" + yes + ",{'group':'OR','filters':[" + no + "," + yes + "]}]}"))
                .isTrue();
    }

    @Test
    void opportunity_filters_match_no_contact() {
        assertThat(finds("{'field':'opportunities','operator':'nested','filters':[]}"))
                .isFalse();
    }

    @Test
    void unknown_filter_field_is_refused_by_name() {
        assertRefused("{'field':'taskTitle','operator':'eq','value':'x'}", "Invalid field taskTitle");
        assertRefused("{'field':'customFields.nope','operator':'exists'}", "Invalid field customFields.nope");
    }

    @Test
    void unsupported_operator_is_refused() {
        assertRefused(
                "{'field':'email','operator':'contains','value':'x'}", "Invalid operator contains for field email");
        assertRefused("{'field':'dateAdded','operator':'eq','value':1}", "Invalid operator eq for field dateAdded");
        assertRefused("{'field':'id','operator':'exists'}", "Invalid operator exists for field id");
    }

    @Test
    void incomparable_value_is_refused() {
        assertRefused(
                "{'field':'dateAdded','operator':'range','value':{'low':1,'high':2}}",
                "Invalid range for field dateAdded");
        assertRefused("{'field':'email','operator':'eq'}", "Invalid value for field email");
        assertRefused(
                "{'field':'city','operator':'eq','value':'" + "x".repeat(76) + "'}",
                "The value for field city is longer than 75 characters");
    }

    private boolean finds(String filters) {
        return new Filters(location)
                .all(json("{'f':[" + filters + "]}").get("f"))
                .test(ada);
    }

    private void assertRefused(String filter, String sentence) {
        assertThatThrownBy(() -> finds(filter)).isInstanceOfSatisfying(SandboxRefusal.class, refusal -> {
            assertThat(refusal.reply().status()).isEqualTo(400);
            assertThat(refusal.reply().body().path("message").textValue()).isEqualTo(sentence);
        });
    }
}
