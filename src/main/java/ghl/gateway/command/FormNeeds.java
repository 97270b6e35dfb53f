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

    /** A line for each location that the form may go to. @param findings of all locations */
    static List<String> lines(FormDefinition form, List<Finding> findings) {
        Set<Scope> needs = of(form);
        return findings.stream()
                .filter(finding ->
                        form.locationId() == null || finding.locationId().equals(form.locationId()))
                .filter(finding -> needs.contains(finding.scope()))
                .collect(Collectors.groupingBy(Finding::locationId))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(location -> line(form, location.getKey(), lacking(location.getValue())))
                .toList();
    }

    private static String lacking(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.isGranted())
                .map(finding -> finding.scope().vendorsName())
                .collect(Collectors.joining(", "));
    }

    private static String line(FormDefinition form, String locationId, String lacking) {
        String what = locationId + ": form " + form.name();
        return lacking.isEmpty() ? "ok    " + what + " has its scopes" : "FAIL  " + what + " lacks " + lacking;
    }
}
