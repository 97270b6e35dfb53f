package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;

/**
 * Lead forms of Google Ads. Answers are named by their {@code column_id}, such as {@code EMAIL}, or by their {@code
 * column_name}, such as {@code User Email}, if the form asks for that: Google may leave it out. Everything else is Google's
 * own data, among it the secret key, and no answer. Leads sent by the test button are ignored.
 *
 * <p>Source: Google's page "Lead form webhook: implementation".
 */
final class GoogleAds implements SenderFormat {

    private static final String COLUMNS = "user_column_data";
    private static final String LEAD_ID = "lead_id";

    @Override
    public SenderType type() {
        return SenderType.GOOGLE_ADS;
    }

    @Override
    public Signature signature() {
        return new GoogleAdsKey();
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().path(COLUMNS).isArray() && request.tree().has(LEAD_ID);
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode lead = request.tree();
        if (!matches(request)) {
            throw MalformedBodyException.malformed("The body is not a lead of Google Ads");
        }
        SenderAnswers answers = new SenderAnswers(questions);
        lead.path(COLUMNS)
                .forEach(column -> answers.add(
                        answers.label(
                                column.path("column_id").asText(""),
                                column.path("column_name").asText("")),
                        column.path("string_value")));
        ReceivedAnswers received = answers.list().received(lead.path(LEAD_ID).asText(""));
        return lead.path("is_test").asBoolean() ? received.ignoredAs("Google Ads marked the lead as a test") : received;
    }
}
