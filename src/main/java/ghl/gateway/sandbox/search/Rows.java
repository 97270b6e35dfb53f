package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.ContactView;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;

/**
 * A contact as a list or search row. Decided here, where reports disagree: names are in lower case, in lists with the
 * typed names as firstNameRaw and lastNameRaw; lowerCaseNames=false keeps the case.
 */
final class Rows {

    private static final List<String> LISTED = SandboxJson.words("""
            id locationId email phone companyName businessId type source dnd assignedTo address1 city state
            postalCode country website timezone dateOfBirth dateAdded dateUpdated tags followers
            additionalEmails additionalPhones customFields
            """);

    private static final List<String> SEARCHED = SandboxJson.words("""
            id locationId email phone phoneLabel companyName businessId type source dnd assignedTo city state
            postalCode country dateOfBirth dateAdded dateUpdated tags followers additionalEmails
            additionalPhones customFields validEmail
            """);

    private final boolean lowerCase;

    Rows(SandboxLocation location) {
        this.lowerCase = location.lowerCaseNames();
    }

    /** A row of get-contacts and get-contacts-by-businessId. Source: ContactsSearchSchema. */
    ObjectNode listed(ObjectNode contact) {
        ObjectNode row = contact.deepCopy().retain(LISTED);
        names(row, contact);
        SandboxJson.putText(row, "firstNameRaw", SandboxJson.text(contact, "firstName"));
        SandboxJson.putText(row, "lastNameRaw", SandboxJson.text(contact, "lastName"));
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
        ContactView.putLowerCase(row, "firstNameLowerCase", SandboxJson.text(contact, "firstName"));
        ContactView.putLowerCase(row, "lastNameLowerCase", SandboxJson.text(contact, "lastName"));
        SandboxJson.putText(row, "address", SandboxJson.text(contact, "address1"));
        SandboxJson.putText(row, "businessName", businessName(contact));
        row.putArray("opportunities");
        return row.set("searchAfter", searchAfter);
    }

    static String businessName(ObjectNode contact) {
        String named = SandboxJson.text(contact, "businessName");
        return named == null ? SandboxJson.text(contact, "companyName") : named;
    }

    private void names(ObjectNode row, ObjectNode contact) {
        putCased(row, "firstName", SandboxJson.text(contact, "firstName"));
        putCased(row, "lastName", SandboxJson.text(contact, "lastName"));
        putCased(row, "contactName", ContactView.fullName(contact));
    }

    private void putCased(ObjectNode row, String field, String name) {
        if (lowerCase) {
            ContactView.putLowerCase(row, field, name);
        } else {
            SandboxJson.putText(row, field, name);
        }
    }
}
