package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;

@Description("What contacts can be ordered by: the fields that the CRM's search can sort.")
public enum ContactOrderField {
    @Description("When the contact was added.")
    DATE_ADDED("dateAdded"),
    @Description("When the contact was last changed.")
    DATE_UPDATED("dateUpdated"),
    @Description("Given name, ignoring case.")
    FIRST_NAME("firstNameLowerCase"),
    @Description("Family name, ignoring case.")
    LAST_NAME("lastNameLowerCase"),
    @Description("Primary e-mail address.")
    EMAIL("email"),
    @Description("Source of the contact.")
    SOURCE("source");

    private final String searchField;

    ContactOrderField(String searchField) {
        this.searchField = searchField;
    }

    /** The field's name in the CRM's search. */
    public String searchField() {
        return searchField;
    }
}
