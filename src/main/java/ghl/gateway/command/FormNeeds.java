package ghl.gateway.command;

import ghl.gateway.credential.check.Finding;
import ghl.gateway.credential.check.Scope;
import ghl.gateway.form.definition.FormDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which scopes a form cannot do without, and which of them a location does not grant. */
final class FormNeeds {

    /** What a line begins with that says that something is wrong. */
    static final String FAIL = "FAIL  ";

    private FormNeeds() {}

    /** Contacts are looked up and written by every form; a due time needs the location's time zone, a phone its country. */
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
     * A line for each location that the form may go to.
     *
     * @param locationId the form's own, by its id; null when it has none
     * @param findings of all locations
     */
    static List<String> lines(FormDefinition form, String locationId, List<Finding> findings) {
        Set<Scope> needs = of(form);
        List<Finding> there = findings.stream()
                .filter(finding -> locationId == null || finding.locationId().equals(locationId))
                .toList();
        if (there.isEmpty() && locationId != null) {
            return List.of(FAIL + locationId + ": form " + form.name() + " goes there, and it is not connected");
        }
        return there.stream()
                .filter(finding -> needs.contains(finding.scope()))
                .collect(Collectors.groupingBy(Finding::locationId))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(location -> line(location.getKey() + ": form " + form.name(), location.getValue()))
                .toList();
    }

    private static String line(String what, List<Finding> findings) {
        String lacking = findings.stream()
                .filter(Finding::scopeIsMissing)
                .map(finding -> finding.scope().vendorsName())
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            return FAIL + what + " lacks " + lacking;
        }
        return findings.stream().allMatch(Finding::isGranted)
                ? "ok    " + what + " has its scopes"
                : FAIL + what + ": which scopes it has cannot be told, see above";
    }
}
