package ghl.gateway.submission.step;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.util.List;

/** The CRM's answer to a step. At most one component is set. */
public record CrmAnswer(Contact contact, Task task, Note note, List<String> tags) {

    public static final CrmAnswer NOTHING = new CrmAnswer(null, null, null, null);

    static CrmAnswer of(Contact contact) {
        return new CrmAnswer(contact, null, null, null);
    }

    static CrmAnswer of(Task task) {
        return new CrmAnswer(null, task, null, null);
    }

    static CrmAnswer of(Note note) {
        return new CrmAnswer(null, null, note, null);
    }

    static CrmAnswer of(List<String> tags) {
        return new CrmAnswer(null, null, null, tags);
    }
}
