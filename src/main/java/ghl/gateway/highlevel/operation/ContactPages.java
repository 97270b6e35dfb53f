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
 * Pages of contacts. The CRM has three lists with different abilities: that of a business, the plain list, and the
 * search, which supports filters and orders but lags behind writes.
 */
@ApplicationScoped
public class ContactPages {

    private final CrmCaller caller;
    private final CrmClients crm;

    public ContactPages(CrmCaller caller, CrmClients crm) {
        this.caller = caller;
        this.crm = crm;
    }

    public Uni<ContactPage> page(String locationId, ContactListRequest request) {
        ContactFilter filter = Optional.ofNullable(request.filter()).orElse(ContactFilter.NONE);
        boolean search = filter.needsSearch() || request.order() != null;
        if (filter.businessId() != null && search) {
            return Uni.createFrom()
                    .failure(
                            new InvalidInputException("`businessId` can only be combined with `query`, not with another"
                                    + " filter or an order: the CRM has no such list."));
        }
        return Uni.createFrom().deferred(() -> {
            if (filter.businessId() != null) {
                return ofBusiness(locationId, request, filter);
            }
            return search ? search(locationId, request, filter) : plain(locationId, request, filter);
        });
    }

    private Uni<ContactPage> ofBusiness(String locationId, ContactListRequest request, ContactFilter filter) {
        int skip = UpstreamCursors.businessSkip(request.after());
        return caller.read(
                locationId,
                "get-contacts-by-businessId",
                token -> crm.contacts()
                        .getContactsByBusinessId(
                                token, filter.businessId(), locationId, request.first(), skip, filter.query()),
                answer -> page(
                        answer,
                        locationId,
                        row -> UpstreamCursors.businessPosition(skip + row + 1),
                        answer.counted() == null
                                ? isFull(answer, request)
                                : skip + answer.contacts().size() < answer.counted()));
    }

    private Uni<ContactPage> plain(String locationId, ContactListRequest request, ContactFilter filter) {
        UpstreamCursors.PlainStart after = UpstreamCursors.plainStart(request.after());
        return caller.read(
                locationId,
                "get-contacts",
                token -> crm.contacts()
                        .getContacts(
                                token,
                                locationId,
                                request.first(),
                                after.startAfter(),
                                after.startAfterId(),
                                filter.query()),
                answer -> page(
                        answer,
                        locationId,
                        row -> UpstreamCursors.plainPosition(answer, row),
                        answer.hasNextPage().orElse(isFull(answer, request))));
    }

    /** The search does not report whether there is a next page, so one more row is requested. */
    private Uni<ContactPage> search(String locationId, ContactListRequest request, ContactFilter filter) {
        var after = UpstreamCursors.searchAfter(request.after());
        return caller.read(
                locationId,
                "search-contacts-advanced",
                token -> crm.contacts()
                        .searchContactsAdvanced(
                                token, SearchBody.of(locationId, request.first() + 1, after, filter, request.order())),
                answer -> page(
                        answer.first(request.first()),
                        locationId,
                        row -> UpstreamCursors.searchPosition(answer.contacts().get(row)),
                        answer.contacts().size() > request.first()));
    }

    private static ContactPage page(
            ContactJson.Page answer, String locationId, IntFunction<UpstreamPosition> position, boolean hasNextPage) {
        List<ContactPage.Row> rows = IntStream.range(0, answer.contacts().size())
                .mapToObj(row -> new ContactPage.Row(contact(answer, row, locationId), position.apply(row)))
                .toList();
        return new ContactPage(rows, hasNextPage && canContinue(rows), answer.counted());
    }

    private static boolean canContinue(List<ContactPage.Row> rows) {
        return !rows.isEmpty() && !rows.get(rows.size() - 1).position().values().isEmpty();
    }

    private static Contact contact(ContactJson.Page answer, int row, String locationId) {
        return WireMapper.partialContact(answer.contacts().get(row), locationId);
    }

    private static boolean isFull(ContactJson.Page answer, ContactListRequest request) {
        return answer.contacts().size() >= request.first();
    }
}
