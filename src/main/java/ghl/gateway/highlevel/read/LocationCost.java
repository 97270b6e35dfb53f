package ghl.gateway.highlevel.read;

import static ghl.gateway.highlevel.read.NestedList.APPOINTMENTS;
import static ghl.gateway.highlevel.read.NestedList.CUSTOM_FIELDS;
import static ghl.gateway.highlevel.read.NestedList.TASKS;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import ghl.gateway.highlevel.read.PlannedReadRegistry.PlannedRead;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The reads of a query from one location. A read that occurs several times counts once. */
final class LocationCost {

    private record Referenced(int count, int callsEach) {}

    private record OfContact(String contactId, ReadKey<?> key) {}

    private record OfContacts(ReadKey<?> parent, NestedList list) {}

    private final String locationId;
    private final QueryCost.Sources sources;
    private final Set<OfContact> single = new HashSet<>();
    private final Map<ReadKey<Contact>, Set<NestedList>> lookups = new HashMap<>();
    private final Map<ContactListRequest, Set<NestedList>> lists = new HashMap<>();
    private final List<Referenced> referenced = new ArrayList<>();
    private final Set<NestedList> nested = EnumSet.noneOf(NestedList.class);

    LocationCost(String locationId, QueryCost.Sources sources) {
        this.locationId = locationId;
        this.sources = sources;
    }

    void addRead(String contactId, ReadKey<?> key, Set<NestedList> below) {
        single.add(new OfContact(contactId, key));
        perContact(below).forEach(list -> single.add(new OfContact(contactId, list.key())));
    }

    void addLookup(ReadKey<Contact> key, Set<NestedList> below) {
        lookups.computeIfAbsent(key, first -> EnumSet.noneOf(NestedList.class)).addAll(perContact(below));
    }

    void addList(ContactListRequest request, Set<NestedList> below) {
        lists.computeIfAbsent(request, first -> EnumSet.noneOf(NestedList.class))
                .addAll(perContact(below));
    }

    void addReferenced(int contacts, Set<NestedList> below) {
        referenced.add(new Referenced(contacts, 1 + perContact(below).size()));
    }

    int longestList() {
        return IntStream.concat(
                        lists.keySet().stream().mapToInt(ContactListRequest::first),
                        referenced.stream().mapToInt(Referenced::count))
                .max()
                .orElse(0);
    }

    /** Calls with an empty cache, except for the location's metadata, when no list is longer than {@code longest}. */
    int worstCase(int longest) {
        int calls = single.size() + referencedCalls(longest);
        calls += needsCustomFields() ? 1 : 0;
        calls += needsTimeZone() ? 1 : 0;
        for (Set<NestedList> below : lookups.values()) {
            calls += 1 + below.size();
        }
        for (var list : lists.entrySet()) {
            int contacts = Math.min(list.getKey().first(), longest);
            calls += 1;
            for (NestedList below : list.getValue()) {
                calls += below == TASKS ? sources.tasks().calls(locationId, contacts) : contacts;
            }
        }
        return calls;
    }

    /** The calls that neither a cache, stale values included, nor another request saves. */
    Needed needed() {
        Needed needed = new Needed();
        needed.addUnlessPlanned(new Object(), referencedCalls(Integer.MAX_VALUE));
        for (OfContact read : single) {
            if (!sources.reads().needsNoCall(locationId, read.contactId(), read.key())) {
                needed.addUnlessPlanned(read, 1);
            }
        }
        lookups.forEach((key, below) -> sources.reads()
                .freshOrStale(locationId, key)
                .ifPresentOrElse(
                        contact -> addKnown(needed, List.of(contact), below), () -> addUnknown(needed, key, 1, below)));
        lists.forEach((request, below) -> {
            ReadKey<ContactPage> key = ReadKey.contacts(request);
            sources.reads()
                    .freshOrStale(locationId, key)
                    .ifPresentOrElse(
                            page -> addKnown(needed, contacts(page), below),
                            () -> addUnknown(needed, key, request.first(), below));
        });
        if (needed.calls > 0 && needsCustomFields()) {
            needed.addUnlessPlanned(CUSTOM_FIELDS, 1);
        }
        if (needed.calls > 0 && needsTimeZone()) {
            needed.addUnlessPlanned(APPOINTMENTS, 1);
        }
        return needed;
    }

    final class Needed {
        int calls;
        final Set<PlannedRead> planned = new HashSet<>();

        private void addUnlessPlanned(Object read, int itsCalls) {
            PlannedRead plannedRead = new PlannedRead(locationId, read);
            if (itsCalls > 0 && !sources.plannedReads().contains(plannedRead)) {
                calls += itsCalls;
                planned.add(plannedRead);
            }
        }
    }

    private void addUnknown(Needed needed, ReadKey<?> parent, int contacts, Set<NestedList> below) {
        needed.addUnlessPlanned(parent, 1);
        for (NestedList list : below) {
            int calls = list == TASKS ? sources.tasks().callsNow(locationId, contacts) : contacts;
            needed.addUnlessPlanned(new OfContacts(parent, list), calls);
        }
    }

    private void addKnown(Needed needed, List<Contact> contacts, Set<NestedList> below) {
        for (NestedList list : below) {
            List<String> missing = contacts.stream()
                    .map(Contact::id)
                    .filter(id -> !sources.reads().needsNoCall(locationId, id, list.key()))
                    .filter(id -> !sources.plannedReads().contains(plannedRead(id, list)))
                    .toList();
            missing.forEach(id -> needed.planned.add(plannedRead(id, list)));
            needed.calls += list == TASKS ? sources.tasks().callsNow(locationId, missing) : missing.size();
        }
    }

    private PlannedRead plannedRead(String contactId, NestedList list) {
        return new PlannedRead(locationId, new OfContact(contactId, list.key()));
    }

    private int referencedCalls(int longest) {
        return referenced.stream()
                .mapToInt(contacts -> Math.min(contacts.count(), longest) * contacts.callsEach())
                .sum();
    }

    private boolean needsCustomFields() {
        return nested.contains(CUSTOM_FIELDS) && !sources.metadata().customFieldsNeedNoCall(locationId);
    }

    /** Appointments whose times have no offset need the location's zone. */
    private boolean needsTimeZone() {
        return nested.contains(APPOINTMENTS) && !sources.metadata().locationNeedsNoCall(locationId);
    }

    private static List<Contact> contacts(ContactPage page) {
        return page.rows().stream().map(ContactPage.Row::contact).toList();
    }

    private Set<NestedList> perContact(Set<NestedList> below) {
        nested.addAll(below);
        Set<NestedList> each = EnumSet.noneOf(NestedList.class);
        each.addAll(below);
        each.remove(CUSTOM_FIELDS);
        return each;
    }
}
