package ghl.gateway.durability;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Forms that add something to a contact. */
final class Forms {

    static final String DUE = "2027-01-31T09:00:00.000Z";

    private Forms() {}

    /** In every second case the CRM already has the contact. */
    static FilledForm everyday(CrmLocation location, Random random) {
        Person person = Person.any(random);
        Facts truth = new Facts();
        if (random.nextBoolean()) {
            location.contact(Map.of("email", person.email(), "phone", person.phone(), "tags", List.of("customer")));
            truth.tag(person.email(), "customer");
        }
        person.addTo(truth, "Astoria").tag(person.email(), "web lead").tag(person.email(), "worktops");
        truth.task(person.email(), "Call back", "About <b>oak</b> & ash", false);
        truth.note(person.email(), "Asked for a sample.\nOf oak & ash.");
        return new FilledForm(
                Map.of(
                        "contact", person.contact("Astoria"),
                        "tasks", task("Call back", "About <b>oak</b> & ash"),
                        "notes", Map.of("body", "Asked for a sample.\nOf oak & ash."),
                        "tags", List.of("web lead", "worktops")),
                truth);
    }

    static FilledForm twins(CrmLocation location, Random random) {
        Person person = Person.any(random);
        Facts truth = person.addTo(new Facts(), "Astoria");
        for (int twin = 1; twin <= 2; twin++) {
            truth.task(person.email(), "Call back", "Soon", false).note(person.email(), "Asked for a sample.");
        }
        Map<String, Object> task = task("Call back", "Soon");
        Map<String, Object> note = Map.of("body", "Asked for a sample.");
        return new FilledForm(
                Map.of(
                        "contact", person.contact("Astoria"),
                        "tasks", List.of(task, task),
                        "notes", List.of(note, note)),
                truth);
    }

    /** A line that looks like a marker is dropped; the rest of the text stays. */
    static FilledForm quoting(CrmLocation location, Random random) {
        Person person = Person.any(random);
        String marker = "ref "
                + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                        .substring(random.nextInt(16))
                        .substring(0, 16);
        Facts truth = person.addTo(new Facts(), "Astoria");
        truth.task(person.email(), "Answer", "You wrote:\nYes.", false);
        truth.note(person.email(), "You wrote:\nYes.");
        return new FilledForm(
                Map.of(
                        "contact", person.contact("Astoria"),
                        "tasks", task("Answer", "You wrote:\n" + marker + "\nYes."),
                        "notes", Map.of("body", "You wrote:\nYes.\n" + marker)),
                truth);
    }

    static FilledForm createOnly(CrmLocation location, Random random) {
        Person person = Person.any(random);
        Facts truth = person.addTo(new Facts(), "Astoria").tag(person.email(), "new");
        truth.task(person.email(), "Welcome", "", false).note(person.email(), "Came by the form.");
        return new FilledForm(
                Map.of(
                        "contactPolicy", "CREATE_ONLY",
                        "contact", person.contact("Astoria"),
                        "tasks", Map.of("title", "Welcome", "dueDate", DUE),
                        "notes", Map.of("body", "Came by the form."),
                        "tags", List.of("new")),
                truth);
    }

    static Map<String, Object> task(String title, String body) {
        return Map.of("title", title, "body", body, "dueDate", DUE);
    }
}
