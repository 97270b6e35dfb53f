package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("SubmissionContextInput")
@Description("Where the form was filled in.")
public record SubmissionContextInput(
        @Description("Address of the page.") String pageUrl,
        @Description("Title of the page.") String pageTitle,
        @Description("Address the person came from.") String referrer,
        @Description("Campaign source (utm_source).") String utmSource,
        @Description("Campaign medium (utm_medium).") String utmMedium,
        @Description("Campaign name (utm_campaign).") String utmCampaign) {}
