package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.ContactView;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;
import java.util.Locale;

/**
 * A contact as a list or search row. Decided here, where reports disagree: names are in lower case, in lists with the
 * typed names as firstNameRaw and lastNameRaw; lowerCaseNames=false keeps the case.
 */
final class Rows {

    private static final List<String> LISTED = List.of(
            "id",
            "locationId",
            "email",
            "phone",
            "companyName",
            "businessId",
            "type",
            "source",
            "dnd",
            "assignedTo",
            "address1",
            "city",
            "state",
            "postalCode",
            "country",
            "website",
            "timezone",
            "dateOfBirth",
            "dateAdded",
            "dateUpdated",
            "tags",
            "followers",
            "additionalEmails",
            "additionalPhones",
            "customFields");

    private static final List<String> SEARCHED = List.of(
            "id",
            "locationId",
            "email",
            "phone",
            "phoneLabel",
            "companyName",
            "businessId",
            "type",
            "source",
            "dnd",
            "assignedTo",
            "city",
            "state",
            "postalCode",
            "country",
            "dateOfBirth",
            "dateAdded",
            "dateUpdated",
            "tags",
            "followers",
            "additionalEmails",
            "additionalPhones",
            "customFields",
            "validEmail");

    private final boolean lowerCase;

    Rows(SandboxLocation location) {
        this.lowerCase = location.lowerCaseNames();
    }

    /** A row of get-contacts and get-contacts-by-businessId. Source: ContactsSearchSchema. */
    ObjectNode listed(ObjectNode contact) {
        ObjectNode row = contact.deepCopy().retain(LISTED);
        names(row, contact);
        put(row, "firstNameRaw", SandboxJson.text(contact, "firstName"));
        put(row, "lastNameRaw", SandboxJson.text(contact, "lastName"));
        ArrayNode attributions = SandboxJson.array();
        for (String name : List.of("attributionSource", "lastAttributionSource")) {
            JsonNode attribution = contact.path(name);
            if (attribution.isObject()) {
                attributions.add(attribution);
            }
        }
        if (!attributions.isEmpty()) {
            row.set("attributions", attributions);
        }
        return row;
    }

    /** A row of search-contacts-advanced, without dndSettings and timezone. Reported. */
    ObjectNode searched(ObjectNode contact, ArrayNode searchAfter) {
        ObjectNode row = contact.deepCopy().retain(SEARCHED);
        names(row, contact);
        put(row, "firstNameLowerCase", lower(SandboxJson.text(contact, "firstName")));
        put(row, "lastNameLowerCase", lower(SandboxJson.text(contact, "lastName")));
        put(row, "address", SandboxJson.text(contact, "address1"));
        put(row, "businessName", businessName(contact));
        row.putArray("opportunities");
        return row.set("searchAfter", searchAfter);
    }

    static String businessName(ObjectNode contact) {
        String named = SandboxJson.text(contact, "businessName");
        return named == null ? SandboxJson.text(contact, "companyName") : named;
    }

    private void names(ObjectNode row, ObjectNode contact) {
        put(row, "firstName", cased(SandboxJson.text(contact, "firstName")));
        put(row, "lastName", cased(SandboxJson.text(contact, "lastName")));
        put(row, "contactName", cased(ContactView.fullName(contact)));
    }

    private String cased(String text) {
        return lowerCase ? lower(text) : text;
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode row, String field, String text) {
        if (text != null) {
            row.put(field, text);
        }
    }
}
