package ghl.gateway.durability;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Forms that change an existing contact. */
final class ChangingForms {

    private ChangingForms() {}

    static FilledForm matched(CrmLocation location, Random random) {
        Person person = Person.any(random);
        location.contact(Map.of("email", person.email(), "phone", person.phone(), "city", "Astoria"));
        Facts truth = person.addTo(new Facts(), "Astoria").tag(person.email(), "came back");
        truth.note(person.email(), "Came back.");
        return new FilledForm(
                Map.of(
                        "match", Map.of("email", person.email()),
                        "notes", Map.of("body", "Came back."),
                        "tags", List.of("came back")),
                truth);
    }

    /** Adds records of each kind that the form must not change. */
    static FilledForm changing(CrmLocation location, Random random) {
        Person person = Person.any(random);
        String contact = location.contact(Map.of(
                "email", person.email(), "phone", person.phone(), "city", "Queens", "tags", List.of("old", "kept")));
        location.task(contact, "Bystander", "x");
        location.note(contact, "Bystander");
        Facts truth = person.addTo(new Facts(), "Astoria").tag(person.email(), "kept");
        truth.task(person.email(), "Bystander", "x", false).note(person.email(), "Bystander");
        truth.task(person.email(), "New title", "y", false).task(person.email(), "To tick off", "z", true);
        truth.note(person.email(), "New text");
        return new FilledForm(
                Map.of(
                        "contactPolicy",
                        "UPDATE_ONLY",
                        "match",
                        Map.of("id", contact),
                        "contact",
                        Map.of("city", "Astoria"),
                        "updateTasks",
                        List.of(
                                Map.of("id", location.task(contact, "Old title", "y"), "title", "New title"),
                                Map.of("id", location.task(contact, "To tick off", "z"), "completed", true)),
                        "updateNotes",
                        List.of(Map.of("id", location.note(contact, "Old text"), "body", "New text")),
                        "remove",
                        Map.of(
                                "tags", List.of("old"),
                                "taskIds", List.of(location.task(contact, "To delete", "x")),
                                "noteIds", List.of(location.note(contact, "To delete")))),
                truth);
    }

    static FilledForm deleting(CrmLocation location, Random random) {
        Person person = Person.any(random);
        Person bystander = Person.any(random);
        location.contact(Map.of("email", bystander.email(), "phone", bystander.phone(), "city", "Queens"));
        String contact = location.contact(Map.of("email", person.email()));
        location.note(contact, "Goes with the contact");
        return new FilledForm(Map.of("deleteContactId", contact), bystander.addTo(new Facts(), "Queens"));
    }
}
