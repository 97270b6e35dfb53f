package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What happened to one person's contact, in order: the accepted forms, and changes made in the CRM. At rest the contact must
 * have the newest value of everything, or a warning must name what differs. Used by one thread at a time.
 */
final class PersonHistory {

    private final String email;
    private final CrmLocation location;
    private final List<PersonForm> forms = new ArrayList<>();
    private final List<String> submissionIds = new ArrayList<>();
    private final Map<String, String> changedInCrm = new TreeMap<>();

    PersonHistory(String email, CrmLocation location) {
        this.email = email;
        this.location = location;
    }

    String email() {
        return email;
    }

    CrmLocation location() {
        return location;
    }

    void accepted(PersonForm form, String submissionId) {
        forms.add(form);
        submissionIds.add(submissionId);
    }

    List<String> submissionIds() {
        return List.copyOf(submissionIds);
    }

    /** A person changes the contact in the CRM after all forms. */
    void changeInCrm(String field, String value) {
        location.edit(location.contactsOf(email).get(0).path("id").textValue(), Map.of(field, value));
        changedInCrm.put(field, value);
    }

    /**
     * Compares the CRM with this history.
     *
     * @param receipts of all forms, in order
     * @return deviations as sentences; empty if there are none
     */
    List<String> deviations(List<Receipt> receipts) {
        List<JsonNode> contacts = location.contactsOf(email);
        if (contacts.size() != 1) {
            return List.of("there are " + contacts.size() + " contacts");
        }
        JsonNode contact = contacts.get(0);
        List<String> deviations = new ArrayList<>();
        Map<String, String> expected = expected();
        Map<String, String> actual = ContactState.of(contact);
        differences(expected, actual).stream()
                .filter(name -> receipts.stream().noneMatch(receipt -> receipt.warnsOf(name)))
                .forEach(name -> deviations.add(name + " is " + actual.getOrDefault(name, ContactState.ABSENT)
                        + " and should be " + expected.get(name) + ". " + settersOf(name, receipts)));
        String contactId = contact.path("id").textValue();
        compareRecords("tasks", forms.stream().map(PersonForm::tasks).toList(), location.titles(contactId), deviations);
        compareRecords(
                "notes", forms.stream().map(PersonForm::notes).toList(), location.firstLines(contactId), deviations);
        return deviations;
    }

    /** Names of what differs and is named by a warning. */
    List<String> excused(List<Receipt> receipts) {
        return location.contactsOf(email).stream()
                .flatMap(contact -> differences(expected(), ContactState.of(contact)).stream())
                .filter(name -> receipts.stream().anyMatch(receipt -> receipt.warnsOf(name)))
                .toList();
    }

    /** The CRM creates contacts with do-not-disturb off. */
    private Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>(Map.of(ContactState.DND, "false"));
        forms.forEach(form -> expected.putAll(form.sets()));
        expected.putAll(changedInCrm);
        return expected;
    }

    private static Set<String> differences(Map<String, String> expected, Map<String, String> actual) {
        Set<String> names = new HashSet<>(expected.keySet());
        names.addAll(actual.keySet());
        names.removeIf(name -> actual.getOrDefault(name, ContactState.ABSENT)
                .equals(expected.getOrDefault(name, ContactState.ABSENT)));
        return names;
    }

    private String settersOf(String name, List<Receipt> receipts) {
        return "Set by: "
                + IntStream.range(0, forms.size())
                        .filter(number -> forms.get(number).sets().containsKey(name))
                        .mapToObj(number -> "form " + number + " to "
                                + forms.get(number).sets().get(name) + ", "
                                + receipts.get(number).outline())
                        .toList();
    }

    private static void compareRecords(
            String kind, List<List<String>> expected, List<String> actual, List<String> deviations) {
        List<String> wanted = expected.stream().flatMap(List::stream).sorted().toList();
        List<String> found = actual.stream().sorted().toList();
        if (!wanted.equals(found)) {
            deviations.add(kind + " are " + found + " and should be " + wanted);
        }
    }
}
