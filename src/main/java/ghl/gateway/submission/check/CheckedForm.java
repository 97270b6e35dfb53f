package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.step.Plan;
import java.util.List;

/** A checked form. @param plan null if there are errors */
public record CheckedForm(List<UserError> userErrors, Plan plan) {}
