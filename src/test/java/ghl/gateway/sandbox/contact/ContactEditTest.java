package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.Samples.contact;
import static ghl.gateway.sandbox.Samples.json;
import static ghl.gateway.sandbox.Samples.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactEditTest {

    private final ObjectNode ada = contact(
            "ada",
            "{'firstName':'Ada','lastName':'Lovell','email':'ada@example.com','city':'Brooklyn','tags':['kitchen'],"
                    + "'dndSettings':{'SMS':{'status':'active'}},"
                    + "'additionalEmails':[{'email':'second@example.com'},{'email':'third@example.com'}]}");

    @Test
    void omitted_properties_keep_their_value() {
        ObjectNode next = edited("{'city':'Queens'}");

        assertThat(next).isEqualTo(ada.deepCopy().put("city", "Queens"));
    }

    @Test
    void edit_does_not_change_the_current_version() {
        ObjectNode before = ada.deepCopy();

        edited("{'city':'Queens','tags':['x'],'dndSettings':{'Email':{'status':'active'}}}");

        assertThat(ada).isEqualTo(before);
    }

    @Test
    void null_and_empty_text_clear_a_field() {
        assertThat(edited("{'city':null}").has("city")).isFalse();
        assertThat(edited("{'city':''}").has("city")).isFalse();
    }

    @Test
    void tags_replace_the_whole_set() {
        assertThat(edited("{'tags':['New']}").get("tags"))
                .isEqualTo(json("{'t':['new']}").get("t"));
        assertThat(edited("{'tags':[]}").get("tags")).isEmpty();
    }

    @Test
    void name_alone_is_split_after_its_first_word() {
        ObjectNode next = edited("{'name':'Ada Byron King'}");

        assertThat(next.get("firstName").textValue()).isEqualTo("Ada");
        assertThat(next.get("lastName").textValue()).isEqualTo("Byron King");
        assertThat(edited("{'name':'Ada'}").has("lastName")).isFalse();
    }

    @Test
    void omitted_channels_keep_their_setting() {
        assertThat(edited("{'dndSettings':{'Email':{'status':'active'}}}").get("dndSettings"))
                .isEqualTo(json("{'SMS':{'status':'active'},'Email':{'status':'active'}}"));
    }

    @Test
    void date_of_birth_is_stored_as_a_date() {
        assertThat(edited("{'dateOfBirth':'09/25/1990'}").get("dateOfBirth").textValue())
                .isEqualTo("1990-09-25");
    }

    @Test
    void secondary_email_replaces_the_primary() {
        ObjectNode next = edited("{'email':'Second@example.com'}");

        assertThat(next.get("email").textValue()).isEqualTo("Second@example.com");
        assertThat(next.get("additionalEmails"))
                .isEqualTo(json("{'e':[{'email':'third@example.com'}]}").get("e"));
    }

    @Test
    void ignored_fields_are_skipped() {
        ObjectNode next = new ContactEdit(location("{}"))
                .apply(ada, json("{'email':'x@example.com','city':'Queens'}"), Set.of("email"));

        assertThat(next.get("email").textValue()).isEqualTo("ada@example.com");
        assertThat(next.get("city").textValue()).isEqualTo("Queens");
    }

    private ObjectNode edited(String body) {
        return new ContactEdit(location("{}")).apply(ada, json(body), Set.of());
    }
}
