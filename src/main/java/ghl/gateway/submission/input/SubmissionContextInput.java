package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("SubmissionContextInput")
@Description("Page on which the form was filled in. Recorded in the first note. Also sets the contact's `source`,"
        + " unless the input sets it or only updates the contact.")
public record SubmissionContextInput(
        @Description("URL of the page.") String pageUrl,
        @Description("Title of the page.") String pageTitle,
        @Description("URL of the referring page.") String referrer,
        @Description("Campaign source (`utm_source`).") String utmSource,
        @Description("Campaign medium (`utm_medium`).") String utmMedium,
        @Description("Campaign name (`utm_campaign`).") String utmCampaign) {}
