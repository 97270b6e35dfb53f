package ghl.gateway.highlevel;

import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of a contact or of a location; together with whom it is about, the key under which {@link Reads} remembers.
 *
 * @param <T> the answer, which may be null
 */
record Question<T>(String operation, List<?> arguments) {

    static final Question<Contact> CONTACT = of("contact");
    static final Question<List<Task>> TASKS = of("tasks");
    static final Question<List<Note>> NOTES = of("notes");
    static final Question<List<Appointment>> APPOINTMENTS = of("appointments");

    static Question<Task> task(String id) {
        return of("task", id);
    }

    static Question<Note> note(String id) {
        return of("note", id);
    }

    /** Either may be null. */
    static Question<Contact> contactBy(String email, String phone) {
        return of("contactBy", email, phone);
    }

    static Question<ContactPage> contacts(ContactListRequest request) {
        return of("contacts", request);
    }

    private static <T> Question<T> of(String operation, Object... arguments) {
        return new Question<>(operation, Arrays.asList(arguments));
    }
}
