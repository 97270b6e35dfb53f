package ghl.gateway.highlevel.read;

import static ghl.gateway.highlevel.read.NestedList.APPOINTMENTS;
import static ghl.gateway.highlevel.read.NestedList.CUSTOM_FIELDS;
import static ghl.gateway.highlevel.read.NestedList.TASKS;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a query reads of one location, each read once however often it is asked for. */
final class LocationCost {

    private record Named(int many, int callsEach) {}

    private record OfContact(String contactId, ReadKey<?> question) {}

    private record OfContacts(ReadKey<?> whose, NestedList list) {}

    private final String locationId;
    private final Savings savings;
    private final Set<OfContact> single = new HashSet<>();
    private final Map<ReadKey<Contact>, Set<NestedList>> unknown = new HashMap<>();
    private final Map<ContactListRequest, Set<NestedList>> lists = new HashMap<>();
    private final List<Named> named = new ArrayList<>();
    private final Set<NestedList> nested = EnumSet.noneOf(NestedList.class);

    LocationCost(String locationId, Savings savings) {
        this.locationId = locationId;
        this.savings = savings;
    }

    void one(String contactId, ReadKey<?> question, Set<NestedList> below) {
        single.add(new OfContact(contactId, question));
        perContact(below).forEach(list -> single.add(new OfContact(contactId, list.question())));
    }

    void unknown(ReadKey<Contact> question, Set<NestedList> below) {
        unknown.computeIfAbsent(question, first -> EnumSet.noneOf(NestedList.class))
                .addAll(perContact(below));
    }

    void list(ContactListRequest request, Set<NestedList> below) {
        lists.computeIfAbsent(request, first -> EnumSet.noneOf(NestedList.class))
                .addAll(perContact(below));
    }

    void named(int many, Set<NestedList> below) {
        named.add(new Named(many, 1 + perContact(below).size()));
    }

    int longestList() {
        return IntStream.concat(
                        lists.keySet().stream().mapToInt(ContactListRequest::first),
                        named.stream().mapToInt(Named::many))
                .max()
                .orElse(0);
    }

    /** Calls when nothing is remembered but the catalogue, and no list is longer than that. */
    int cold(int longest) {
        int calls = single.size() + ofNamed(longest);
        calls += needsCustomFields() ? 1 : 0;
        calls += needsZone() ? 1 : 0;
        for (Set<NestedList> below : unknown.values()) {
            calls += 1 + below.size();
        }
        for (var list : lists.entrySet()) {
            int many = Math.min(list.getKey().first(), longest);
            calls += 1;
            for (NestedList below : list.getValue()) {
                calls += below == TASKS ? savings.tasks().calls(locationId, many) : many;
            }
        }
        return calls;
    }

    /** Calls that neither what is remembered nor what others read spares, should calls be scarce. */
    Needed now() {
        Needed needed = new Needed();
        needed.addUnlessOthers(new Object(), ofNamed(Integer.MAX_VALUE));
        for (OfContact read : single) {
            if (!savings.reads().spares(locationId, read.contactId(), read.question())) {
                needed.addUnlessOthers(read, 1);
            }
        }
        unknown.forEach((question, below) -> savings.reads()
                .known(locationId, question)
                .ifPresentOrElse(
                        contact -> addKnown(needed, List.of(contact), below),
                        () -> addUnknown(needed, question, 1, below)));
        lists.forEach((request, below) -> {
            ReadKey<ContactPage> question = ReadKey.contacts(request);
            Optional<ContactPage> page = savings.reads().known(locationId, question);
            page.ifPresentOrElse(
                    known -> addKnown(needed, contacts(known), below),
                    () -> addUnknown(needed, question, request.first(), below));
        });
        if (needed.calls > 0 && needsCustomFields()) {
            needed.addUnlessOthers(CUSTOM_FIELDS, 1);
        }
        if (needed.calls > 0 && needsZone()) {
            needed.addUnlessOthers(APPOINTMENTS, 1);
        }
        return needed;
    }

    /** What is still to be read. */
    final class Needed {
        private int calls;
        private final Set<PlannedReadRegistry.Read> reads = new HashSet<>();

        int calls() {
            return calls;
        }

        Set<PlannedReadRegistry.Read> reads() {
            return reads;
        }

        private void addUnlessOthers(Object read, int itsCalls) {
            PlannedReadRegistry.Read toBeMade = new PlannedReadRegistry.Read(locationId, read);
            if (itsCalls > 0 && !savings.promises().spare(toBeMade)) {
                calls += itsCalls;
                reads.add(toBeMade);
            }
        }
    }

    private void addUnknown(Needed needed, ReadKey<?> whose, int many, Set<NestedList> below) {
        needed.addUnlessOthers(whose, 1);
        for (NestedList list : below) {
            int calls = list == TASKS ? savings.tasks().callsNow(locationId, many) : many;
            needed.addUnlessOthers(new OfContacts(whose, list), calls);
        }
    }

    private void addKnown(Needed needed, List<Contact> contacts, Set<NestedList> below) {
        for (NestedList list : below) {
            List<String> unspared = contacts.stream()
                    .map(Contact::id)
                    .filter(id -> !savings.reads().spares(locationId, id, list.question()))
                    .filter(id -> !savings.promises()
                            .spare(new PlannedReadRegistry.Read(locationId, new OfContact(id, list.question()))))
                    .toList();
            unspared.forEach(id ->
                    needed.reads.add(new PlannedReadRegistry.Read(locationId, new OfContact(id, list.question()))));
            needed.calls += list == TASKS ? savings.tasks().callsNow(locationId, unspared) : unspared.size();
        }
    }

    private int ofNamed(int longest) {
        return named.stream()
                .mapToInt(contacts -> Math.min(contacts.many(), longest) * contacts.callsEach())
                .sum();
    }

    private boolean needsCustomFields() {
        return nested.contains(CUSTOM_FIELDS) && !savings.catalogue().knowsCustomFields(locationId);
    }

    /** Appointments may be told without one. */
    private boolean needsZone() {
        return nested.contains(APPOINTMENTS) && !savings.catalogue().knowsLocation(locationId);
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
