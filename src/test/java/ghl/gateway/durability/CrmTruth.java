package ghl.gateway.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the CRM with the form of a submission at rest. Every record must be there exactly once. Records may be missing or
 * unchanged only if the receipt is PARKED with a reason, and nothing may ever be there twice.
 */
final class CrmTruth {

    private CrmTruth() {}

    /** @return deviations as sentences; empty if there are none */
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
                known -> deviations.addAll(receiptDeviations(known)),
                () -> deviations.add("the submission is not known"));
        if (!deviations.isEmpty()) {
            deviations.add("in the CRM: " + actual);
            receipt.ifPresent(known -> deviations.add("receipt: " + known));
        }
        return deviations;
    }

    private static List<String> receiptDeviations(Receipt receipt) {
        if (!receipt.isAtRest()) {
            return List.of("has not come to rest: " + receipt.status());
        }
        return receipt.isParked() && !receipt.hasReason() ? List.of("parked without a reason") : List.of();
    }
}
