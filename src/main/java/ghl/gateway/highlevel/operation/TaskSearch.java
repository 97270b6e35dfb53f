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
 * The tasks of many contacts in one call, by the CRM's only batch read. It lags behind writes. Nobody has documented that
 * it heeds the contacts it is asked for, nor how it pages: an answer that does not fit the question is not used.
 */
@ApplicationScoped
public class TaskSearch {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 5;

    /** The answer holds what was not asked for, or the same page again, or does not end. */
    static final class UntrustedException extends RuntimeException {
        UntrustedException(String message) {
            super(message, null, false, false);
        }
    }

    private final CrmCaller calls;
    private final CrmClients crm;

    public TaskSearch(CrmCaller calls, CrmClients crm) {
        this.calls = calls;
        this.crm = crm;
    }

    /** By contact, each in the order of the contact's own list; a contact without tasks has an empty one. */
    public Uni<Map<String, List<Task>>> of(String locationId, Set<String> contactIds) {
        return rowsFrom(locationId, contactIds, new LinkedHashMap<>(), 0).map(rows -> split(rows, contactIds));
    }

    private Uni<Map<String, TaskJson>> rowsFrom(
            String locationId, Set<String> contactIds, Map<String, TaskJson> before, int page) {
        return calls.read(
                        locationId,
                        "task-search",
                        () -> crm.locations()
                                .taskSearch(locationId, RequestBodies.taskSearch(contactIds, PAGE, page * PAGE)),
                        TaskJson.Many::tasks)
                .chain(rows -> {
                    addTrusted(rows, contactIds, before);
                    if (rows.size() < PAGE) {
                        return Uni.createFrom().item(before);
                    }
                    if (page + 1 == MOST_PAGES) {
                        throw new UntrustedException("more than " + MOST_PAGES + " pages");
                    }
                    return rowsFrom(locationId, contactIds, before, page + 1);
                });
    }

    /** A task that is added between two pages shifts the rows: the last ones of a page come again on the next. */
    private static void addTrusted(List<TaskJson> rows, Set<String> contactIds, Map<String, TaskJson> before) {
        int known = before.size();
        for (TaskJson row : rows) {
            if (row.contactId() == null || !contactIds.contains(row.contactId())) {
                throw new UntrustedException("a task of a contact that was not asked for");
            }
            before.putIfAbsent(row.id(), row);
        }
        if (!rows.isEmpty() && before.size() == known) {
            throw new UntrustedException("a page that came before");
        }
    }

    /** Both the search and a contact's own list give the newest first. */
    private static Map<String, List<Task>> split(Map<String, TaskJson> rows, Set<String> contactIds) {
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
