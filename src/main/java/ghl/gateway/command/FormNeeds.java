package ghl.gateway.command;

import ghl.gateway.credential.check.Finding;
import ghl.gateway.credential.check.Scope;
import ghl.gateway.form.definition.FormDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes that a form needs, compared with the scopes that a location grants. */
final class FormNeeds {

    /** Prefix of a line that reports a problem. */
    static final String FAIL = "FAIL  ";

    private FormNeeds() {}

    /** Every form reads and writes contacts; due times need the location's time zone, phone numbers its country. */
    static Set<Scope> of(FormDefinition form) {
        Set<Scope> needs = EnumSet.of(Scope.CONTACTS, Scope.WRITING);
        if (!form.actions().tasks().isEmpty()
                || form.actions().contact().fields().containsKey("phone")) {
            needs.add(Scope.LOCATION);
        }
        if (!form.actions().contact().customFields().isEmpty()) {
            needs.add(Scope.CUSTOM_FIELDS);
        }
        return needs;
    }

    /**
     * Returns a line for each location that receives the form.
     *
     * @param locationId ID of the form's own location; null when it has none and any location may receive it
     * @param findings results of all locations
     */
    static List<String> lines(FormDefinition form, String locationId, List<Finding> findings) {
        Set<Scope> needs = of(form);
        List<Finding> relevant = findings.stream()
                .filter(finding -> locationId == null || finding.locationId().equals(locationId))
                .toList();
        if (relevant.isEmpty() && locationId != null) {
            return List.of(FAIL + locationId + ": not connected, but form " + form.name() + " is sent there");
        }
        return relevant.stream()
                .filter(finding -> needs.contains(finding.scope()))
                .collect(Collectors.groupingBy(Finding::locationId))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(location -> line(location.getKey() + ": form " + form.name(), location.getValue()))
                .toList();
    }

    private static String line(String subject, List<Finding> findings) {
        String missing = findings.stream()
                .filter(Finding::scopeIsMissing)
                .map(finding -> finding.scope().vendorsName())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return FAIL + subject + " lacks " + missing;
        }
        return findings.stream().allMatch(Finding::isGranted)
                ? "ok    " + subject + " has all scopes"
                : FAIL + subject + ": scopes could not be checked: see the lines above";
    }
}
