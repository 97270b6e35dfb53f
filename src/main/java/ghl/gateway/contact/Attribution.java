package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a contact was first seen: the marketing trail, as far as the CRM recorded it.")
public record Attribution(
        @Description("Kind of session, for example `Direct traffic` or `Paid Search`.")
        String sessionSource,

        @Description("Medium, for example `form` or `manual`.")
        String medium,

        @Description("Id of the medium, for example of the form.")
        String mediumId,

        @Description("Page the person landed on.") String url,
        @Description("Page the person came from.") String referrer,
        @Description("Campaign name (utm_campaign).") String campaign,
        @Description("Campaign source (utm_source).") String utmSource,
        @Description("Campaign medium (utm_medium).") String utmMedium) {}
