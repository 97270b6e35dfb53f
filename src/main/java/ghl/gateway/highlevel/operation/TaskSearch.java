package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Task;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.TaskJson;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of many contacts in one call, by the CRM's only batch read. It lags behind writes. Neither its filter by
 * contact nor its paging is documented, so an answer that does not match the request is rejected.
 */
@ApplicationScoped
public class TaskSearch {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 5;

    /** An answer with tasks of other contacts, a repeated page, or too many pages. */
    static final class InconsistentAnswerException extends RuntimeException {
        InconsistentAnswerException(String message) {
            super(message, null, false, false);
        }
    }

    private final CrmCaller caller;
    private final CrmClients crm;

    public TaskSearch(CrmCaller caller, CrmClients crm) {
        this.caller = caller;
        this.crm = crm;
    }

    /** Tasks by contact, in the order of the contact's own list. A contact without tasks has an empty list. */
    public Uni<Map<String, List<Task>>> tasks(String locationId, Set<String> contactIds) {
        return rowsFrom(locationId, contactIds, new LinkedHashMap<>(), 0).map(rows -> byContact(rows, contactIds));
    }

    private Uni<Map<String, TaskJson>> rowsFrom(
            String locationId, Set<String> contactIds, Map<String, TaskJson> previous, int page) {
        return caller.read(
                        locationId,
                        "task-search",
                        token -> crm.locations()
                                .taskSearch(token, locationId, RequestBodies.taskSearch(contactIds, PAGE, page * PAGE)),
                        TaskJson.Many::tasks)
                .chain(rows -> {
                    addConsistent(rows, contactIds, previous);
                    if (rows.size() < PAGE) {
                        return Uni.createFrom().item(previous);
                    }
                    if (page + 1 == MOST_PAGES) {
                        throw new InconsistentAnswerException("more than " + MOST_PAGES + " pages");
                    }
                    return rowsFrom(locationId, contactIds, previous, page + 1);
                });
    }

    /** A task created between two pages shifts the rows, so the last rows of a page can repeat on the next one. */
    private static void addConsistent(List<TaskJson> rows, Set<String> contactIds, Map<String, TaskJson> previous) {
        int sizeBefore = previous.size();
        for (TaskJson row : rows) {
            if (row.contactId() == null || !contactIds.contains(row.contactId())) {
                throw new InconsistentAnswerException("a task of a contact that was not requested");
            }
            previous.putIfAbsent(row.id(), row);
        }
        if (!rows.isEmpty() && previous.size() == sizeBefore) {
            throw new InconsistentAnswerException("the same page twice");
        }
    }

    /** Both the search and a contact's own list are sorted newest first. */
    private static Map<String, List<Task>> byContact(Map<String, TaskJson> rows, Set<String> contactIds) {
        Map<String, List<Task>> byContact = new LinkedHashMap<>();
        contactIds.forEach(contactId -> byContact.put(contactId, new ArrayList<>()));
        for (TaskJson row : rows.values()) {
            if (!Boolean.TRUE.equals(row.deleted())) {
                byContact.get(row.contactId()).add(WireMapper.task(row, row.contactId()));
            }
        }
        byContact.replaceAll((contactId, tasks) -> List.copyOf(tasks));
        return byContact;
    }
}
