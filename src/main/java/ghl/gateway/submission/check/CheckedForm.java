package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.step.Plan;
import java.util.List;

/** @param plan null when there are errors */
public record CheckedForm(List<UserError> userErrors, Plan plan) {}
