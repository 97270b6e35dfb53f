package ghl.gateway.intake;

import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.UserError;
import java.util.List;

/**
 * Result of a submitted form.
 *
 * @param submission null when the form was rejected, or only captured
 * @param userErrors what the person must correct; empty when the form was accepted
 * @param next redirect target for browsers; null for the gateway's own page
 */
record IntakeResult(Submission submission, List<UserError> userErrors, String next) {}
