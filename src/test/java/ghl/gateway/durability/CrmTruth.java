package ghl.gateway.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a submission that came to rest by what the CRM itself tells: exactly what the form asked for, each thing once;
 * something may be missing, or still be as it was, only where the receipt says PARKED and why, and nothing may ever be
 * there twice.
 */
final class CrmTruth {

    private CrmTruth() {}

    /** @return everything that should not be so, in sentences; empty when all is well */
    static List<String> deviations(FilledForm form, CrmLocation location, Optional<Receipt> receipt) {
        location.heal();
        Facts actual = location.facts();
        List<String> deviations = new ArrayList<>();
        if (receipt.filter(Receipt::isParked).isPresent()) {
            form.truth().and(form.before()).surplusIn(actual).forEach(fact -> deviations.add("too many: " + fact));
            actual.countsBeyond(form.truth(), form.before()).forEach(count -> deviations.add("too many: " + count));
        } else {
            form.truth().surplusIn(actual).forEach(fact -> deviations.add("too many: " + fact));
            actual.surplusIn(form.truth()).forEach(fact -> deviations.add("missing: " + fact));
        }
        receipt.ifPresentOrElse(
                told -> deviations.addAll(dishonesty(told)), () -> deviations.add("the submission is not known"));
        if (!deviations.isEmpty()) {
            deviations.add("in the CRM: " + actual);
            receipt.ifPresent(told -> deviations.add("receipt: " + told));
        }
        return deviations;
    }

    private static List<String> dishonesty(Receipt receipt) {
        if (!receipt.isAtRest()) {
            return List.of("has not come to rest: " + receipt.status());
        }
        return receipt.isParked() && !receipt.hasReason() ? List.of("parked without a reason") : List.of();
    }
}
