package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.Nested.CUSTOM_FIELDS;
import static ghl.gateway.highlevel.Nested.TASKS;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import java.util.ArrayList;
import java.util.Collection;
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

    private record OfContact(String contactId, Question<?> question) {}

    private final String locationId;
    private final Reads reads;
    private final GatheredTasks tasks;
    private final Set<OfContact> single = new HashSet<>();
    private final Map<Question<Contact>, Set<Nested>> unknown = new HashMap<>();
    private final Map<ContactListRequest, Set<Nested>> lists = new HashMap<>();
    private final List<Named> named = new ArrayList<>();
    private boolean customFields;

    LocationCost(String locationId, Reads reads, GatheredTasks tasks) {
        this.locationId = locationId;
        this.reads = reads;
        this.tasks = tasks;
    }

    void one(String contactId, Question<?> question, Set<Nested> nested) {
        single.add(new OfContact(contactId, question));
        perContact(nested).forEach(list -> single.add(new OfContact(contactId, list.question())));
        customFields |= nested.contains(CUSTOM_FIELDS);
    }

    void unknown(Question<Contact> question, Set<Nested> nested) {
        unknown.computeIfAbsent(question, first -> EnumSet.noneOf(Nested.class)).addAll(perContact(nested));
        customFields |= nested.contains(CUSTOM_FIELDS);
    }

    void list(ContactListRequest request, Set<Nested> nested) {
        lists.computeIfAbsent(request, first -> EnumSet.noneOf(Nested.class)).addAll(perContact(nested));
        customFields |= nested.contains(CUSTOM_FIELDS);
    }

    void named(int many, Set<Nested> nested) {
        named.add(new Named(many, 1 + perContact(nested).size()));
        customFields |= nested.contains(CUSTOM_FIELDS);
    }

    int longestList() {
        return IntStream.concat(
                        lists.keySet().stream().mapToInt(ContactListRequest::first),
                        named.stream().mapToInt(Named::many))
                .max()
                .orElse(0);
    }

    /** Calls when nothing is remembered, and no list is longer than that. */
    int cold(int longest) {
        int calls = single.size() + (customFields ? 1 : 0) + ofNamed(longest);
        for (Set<Nested> nested : unknown.values()) {
            calls += 1 + nested.size();
        }
        for (var list : lists.entrySet()) {
            calls += 1 + ofContacts(Math.min(list.getKey().first(), longest), list.getValue());
        }
        return calls;
    }

    /** Calls that what is remembered does not spare, should calls be scarce. */
    int now() {
        int calls = ofNamed(Integer.MAX_VALUE);
        calls += (int) single.stream()
                .filter(read -> !reads.spares(locationId, read.contactId(), read.question()))
                .count();
        for (var read : unknown.entrySet()) {
            calls += reads.known(locationId, read.getKey())
                    .map(contact -> ofKnown(List.of(contact), read.getValue()))
                    .orElse(1 + read.getValue().size());
        }
        for (var list : lists.entrySet()) {
            calls += ofListNow(list.getKey(), list.getValue());
        }
        return calls;
    }

    private int ofNamed(int longest) {
        return named.stream()
                .mapToInt(contacts -> Math.min(contacts.many(), longest) * contacts.callsEach())
                .sum();
    }

    private int ofListNow(ContactListRequest request, Set<Nested> nested) {
        Optional<ContactPage> page = reads.known(locationId, Question.contacts(request));
        return page.map(known -> ofKnown(contacts(known), nested))
                .orElseGet(() -> 1 + ofContacts(request.first(), nested));
    }

    private static List<Contact> contacts(ContactPage page) {
        return page.rows().stream().map(ContactPage.Row::contact).toList();
    }

    private int ofContacts(int many, Set<Nested> nested) {
        int calls = nested.contains(TASKS) ? tasks.calls(locationId, many) : 0;
        return calls + many * (nested.contains(TASKS) ? nested.size() - 1 : nested.size());
    }

    private int ofKnown(Collection<Contact> contacts, Set<Nested> nested) {
        int calls = 0;
        for (Nested list : nested) {
            int unspared = (int) contacts.stream()
                    .filter(contact -> !reads.spares(locationId, contact.id(), list.question()))
                    .count();
            calls += list == TASKS ? tasks.calls(locationId, unspared) : unspared;
        }
        return calls;
    }

    private static Set<Nested> perContact(Set<Nested> nested) {
        Set<Nested> each = EnumSet.noneOf(Nested.class);
        each.addAll(nested);
        each.remove(CUSTOM_FIELDS);
        return each;
    }
}
