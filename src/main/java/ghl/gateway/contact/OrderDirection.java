package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;

@Description("Which end of a list comes first.")
public enum OrderDirection {
    @Description("Smallest, or earliest, first.")
    ASC,
    @Description("Largest, or latest, first.")
    DESC
}
