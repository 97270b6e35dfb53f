package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;

@Description("Sort direction.")
public enum OrderDirection {
    @Description("Ascending: smallest or earliest first.")
    ASC,
    @Description("Descending: largest or latest first.")
    DESC
}
