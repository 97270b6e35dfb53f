package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;

@Description("Marketing source of a contact's first visit, as far as the CRM recorded it.")
public record Attribution(
        @Description("Traffic type, e.g. `Paid Search`.") String sessionSource,
        @Description("Medium, such as `form` or `manual`.") String medium,
        @Description("ID of the medium, such as a form ID.") String mediumId,
        @Description("URL of the landing page.") String url,
        @Description("URL of the referring page.") String referrer,
        @Description("Campaign name (`utm_campaign`).") String campaign,
        @Description("Campaign source (`utm_source`).") String utmSource,
        @Description("Campaign medium (`utm_medium`).") String utmMedium) {}
