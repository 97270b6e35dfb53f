package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;

@Description("Fields that contacts can be sorted by.")
public enum ContactOrderField {
    @Description("Time of creation.")
    DATE_ADDED("dateAdded"),
    @Description("Time of the last change.")
    DATE_UPDATED("dateUpdated"),
    @Description("Given name, case-insensitive.")
    FIRST_NAME("firstNameLowerCase"),
    @Description("Family name, case-insensitive.")
    LAST_NAME("lastNameLowerCase"),
    @Description("Primary email address.")
    EMAIL("email"),
    @Description("Source of the contact.")
    SOURCE("source");

    private final String searchField;

    ContactOrderField(String searchField) {
        this.searchField = searchField;
    }

    /** Name of the field in the CRM's search. */
    public String searchField() {
        return searchField;
    }
}
