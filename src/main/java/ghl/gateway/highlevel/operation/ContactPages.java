package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.ContactJson;
import ghl.gateway.highlevel.wire.SearchBody;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pages of contacts. The CRM has three lists that can do different things: that of a business, the plain one, and the
 * search, which lags behind writes and knows filters and orders.
 */
@ApplicationScoped
public class ContactPages {

    private final CrmCaller calls;
    private final CrmClients crm;

    public ContactPages(CrmCaller calls, CrmClients crm) {
        this.calls = calls;
        this.crm = crm;
    }

    public Uni<ContactPage> page(String locationId, ContactListRequest request) {
        ContactFilter filter = Optional.ofNullable(request.filter()).orElse(ContactFilter.NONE);
        boolean search = filter.needsSearch() || request.order() != null;
        if (filter.businessId() != null && search) {
            return Uni.createFrom()
                    .failure(new InvalidInputException("`businessId` can be combined with `query` only, neither with"
                            + " another filter nor with an order: the CRM has no such list."));
        }
        return Uni.createFrom().deferred(() -> {
            if (filter.businessId() != null) {
                return ofBusiness(locationId, request, filter);
            }
            return search ? search(locationId, request, filter) : plain(locationId, request, filter);
        });
    }

    private Uni<ContactPage> ofBusiness(String locationId, ContactListRequest request, ContactFilter filter) {
        int skip = UpstreamCursors.inBusiness(request.after());
        return calls.read(
                locationId,
                "get-contacts-by-businessId",
                () -> crm.contacts()
                        .getContactsByBusinessId(
                                filter.businessId(), locationId, request.first(), skip, filter.query()),
                answer -> page(
                        answer,
                        locationId,
                        row -> UpstreamCursors.ofBusiness(skip + row + 1),
                        answer.counted() == null
                                ? isFull(answer, request)
                                : skip + answer.contacts().size() < answer.counted()));
    }

    private Uni<ContactPage> plain(String locationId, ContactListRequest request, ContactFilter filter) {
        UpstreamCursors.Plain after = UpstreamCursors.inPlainList(request.after());
        return calls.read(
                locationId,
                "get-contacts",
                () -> crm.contacts()
                        .getContacts(
                                locationId, request.first(), after.startAfter(), after.startAfterId(), filter.query()),
                answer -> page(
                        answer,
                        locationId,
                        row -> UpstreamCursors.ofPlainList(answer, row),
                        answer.saysWhetherMore().orElse(isFull(answer, request))));
    }

    /** The search does not say whether there is more: one row beyond the page does. */
    private Uni<ContactPage> search(String locationId, ContactListRequest request, ContactFilter filter) {
        var after = UpstreamCursors.inSearch(request.after());
        return calls.read(
                locationId,
                "search-contacts-advanced",
                () -> crm.contacts()
                        .searchContactsAdvanced(
                                SearchBody.of(locationId, request.first() + 1, after, filter, request.order())),
                answer -> page(
                        answer.first(request.first()),
                        locationId,
                        row -> UpstreamCursors.ofSearch(answer.contacts().get(row)),
                        answer.contacts().size() > request.first()));
    }

    private static ContactPage page(
            ContactJson.Page answer, String locationId, IntFunction<UpstreamPosition> position, boolean hasNextPage) {
        List<ContactPage.Row> rows = IntStream.range(0, answer.contacts().size())
                .mapToObj(row -> new ContactPage.Row(contact(answer, row, locationId), position.apply(row)))
                .toList();
        return new ContactPage(rows, hasNextPage && canGoOn(rows), answer.counted());
    }

    private static boolean canGoOn(List<ContactPage.Row> rows) {
        return !rows.isEmpty() && !rows.get(rows.size() - 1).position().values().isEmpty();
    }

    private static Contact contact(ContactJson.Page answer, int row, String locationId) {
        return WireMapper.partialContact(answer.contacts().get(row), locationId);
    }

    private static boolean isFull(ContactJson.Page answer, ContactListRequest request) {
        return answer.contacts().size() >= request.first();
    }
}
