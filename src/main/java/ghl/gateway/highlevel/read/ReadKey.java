package ghl.gateway.highlevel.read;

import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.util.Arrays;
import java.util.List;

/**
 * One kind of read, with its arguments. With the ids of location and contact it is the key of {@link SharedReads}.
 *
 * @param <T> the result, which may be null
 */
public record ReadKey<T>(String operation, List<?> arguments) {

    public static final ReadKey<Contact> CONTACT = of("contact");
    public static final ReadKey<List<Task>> TASKS = of("tasks");
    public static final ReadKey<List<Note>> NOTES = of("notes");
    public static final ReadKey<List<Appointment>> APPOINTMENTS = of("appointments");

    public static ReadKey<Task> task(String id) {
        return of("task", id);
    }

    public static ReadKey<Note> note(String id) {
        return of("note", id);
    }

    /** Either argument may be null. */
    public static ReadKey<Contact> contactBy(String email, String phone) {
        return of("contactBy", email, phone);
    }

    public static ReadKey<ContactPage> contacts(ContactListRequest request) {
        return of("contacts", request);
    }

    private static <T> ReadKey<T> of(String operation, Object... arguments) {
        return new ReadKey<>(operation, Arrays.asList(arguments));
    }
}
