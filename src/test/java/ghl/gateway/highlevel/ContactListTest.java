package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.ContactOrderField;
import ghl.gateway.contact.ContactPage;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.OrderDirection;
import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the CRM's three lists serves a request, and how each is paged. */
@QuarkusTest
class ContactListTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final ContactOrder BY_NAME = new ContactOrder(ContactOrderField.LAST_NAME, OrderDirection.ASC);

    private final HighLevel crm = TestCrm.highLevel(UPSTREAM.url());

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @Test
    void query_without_filter_uses_the_plain_list() {
        UPSTREAM.answers(200, "{\"contacts\":[]}");

        page(2, null, query("ada l"), null);

        assertThat(UPSTREAM.last().uri()).isEqualTo("/contacts/?locationId=" + LOCATION + "&limit=2&query=ada+l");
    }

    @Test
    void every_row_of_the_plain_list_has_a_position() {
        UPSTREAM.answers(200, """
                {"contacts":[{"id":"c1","dateAdded":"2026-01-02T00:00:00.000Z"},
                             {"id":"c2","dateAdded":"2026-01-01T00:00:00.000Z"}],
                 "meta":{"total":7,"startAfter":1767225600001,"startAfterId":"c2","currentPage":1,"nextPage":2,
                         "nextPageUrl":"https://crm/next"}}""");

        ContactPage page = page(2, null, null, null);

        assertThat(page.rows().get(0).position())
                .isEqualTo(new UpstreamPosition("list", List.of("1767312000000", "c1")));
        assertThat(page.rows().get(1).position())
                .isEqualTo(new UpstreamPosition("list", List.of("1767225600001", "c2")));
        assertThat(page.hasNextPage()).isTrue();
        assertThat(page.total()).isEqualTo(7);
    }

    @Test
    void next_page_of_the_plain_list_needs_time_and_id() {
        UPSTREAM.answers(200, "{\"contacts\":[]}");

        page(2, new UpstreamPosition("list", List.of("1767312000000", "c1")), null, null);

        assertThat(UPSTREAM.last().uri())
                .isEqualTo("/contacts/?locationId=" + LOCATION + "&limit=2&startAfter=1767312000000&startAfterId=c1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'currentPage':1,'nextPage':2,'nextPageUrl':'https://crm/next'} | true",
                "{'currentPage':1,'nextPage':null,'nextPageUrl':null} | false",
                "{'currentPage':1,'nextPageUrl':''} | false",
                "{'total':9} | true",
                "null | true",
            })
    void plain_list_ends_as_reported_or_with_a_short_page(String meta, boolean more) {
        UPSTREAM.answers(
                200,
                "{\"contacts\":[{\"id\":\"c1\",\"dateAdded\":\"2026-01-01T00:00:00Z\"}],\"meta\":"
                        + meta.replace('\'', '"') + "}");

        assertThat(page(1, null, null, null).hasNextPage()).isEqualTo(more);
    }

    @Test
    void short_page_is_the_last_one() {
        UPSTREAM.answers(200, "{\"contacts\":[{\"id\":\"c1\",\"searchAfter\":[1,\"c1\"]}],\"total\":1}");

        assertThat(page(2, null, null, BY_NAME).hasNextPage()).isFalse();
    }

    @Test
    void row_without_position_ends_the_list() {
        UPSTREAM.answers(200, "{\"contacts\":[{\"id\":\"c1\"}],\"total\":9}");

        assertThat(page(1, null, null, BY_NAME).hasNextPage()).isFalse();
        assertThat(page(1, null, null, null).hasNextPage()).isFalse();
    }

    @Test
    void filter_becomes_a_search_with_every_condition() {
        UPSTREAM.answers(200, "{\"contacts\":[],\"total\":0}");
        ContactFilter filter = new ContactFilter(
                "ada",
                "ada@example.com",
                "+15550001",
                List.of("Web Lead", "vip"),
                null,
                "user1",
                "web form",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-02-01T00:00:00Z"));

        page(50, null, filter, BY_NAME);

        assertBody("""
                {"locationId":"location000000000001","pageLimit":51,"query":"ada","filters":[
                  {"field":"email","operator":"eq","value":"ada@example.com"},
                  {"field":"phone","operator":"eq","value":"+15550001"},
                  {"field":"assignedTo","operator":"eq","value":"user1"},
                  {"field":"source","operator":"eq","value":"web form"},
                  {"field":"tags","operator":"eq","value":"web lead"},
                  {"field":"tags","operator":"eq","value":"vip"},
                  {"field":"dateAdded","operator":"range",
                   "value":{"gte":"2026-01-01T00:00:00Z","lt":"2026-02-01T00:00:00Z"}}],
                 "sort":[{"field":"lastNameLowerCase","direction":"asc"}]}""");
    }

    @Test
    void open_range_has_one_bound() {
        UPSTREAM.answers(200, "{\"contacts\":[],\"total\":0}");
        Instant from = Instant.parse("2026-01-01T00:00:00Z");

        page(50, null, new ContactFilter(null, null, null, null, null, null, null, from, null), null);

        assertBody("""
                {"locationId":"location000000000001","pageLimit":51,"filters":[
                  {"field":"dateAdded","operator":"range","value":{"gte":"2026-01-01T00:00:00Z"}}]}""");
    }

    @Test
    void search_position_is_sent_back_unchanged() throws Exception {
        UPSTREAM.answers(200, "{\"contacts\":[{\"id\":\"c1\",\"searchAfter\":[1767225600000,\"12345\",null,1.5]}]}");
        UpstreamPosition place = page(1, null, null, BY_NAME).rows().get(0).position();

        page(1, place, null, BY_NAME);

        assertThat(new ObjectMapper().readTree(UPSTREAM.last().body()).get("searchAfter"))
                .hasToString("[1767225600000,\"12345\",null,1.5]");
    }

    @Test
    void search_row_is_mapped_from_its_own_names_and_leaves_the_rest_null() {
        UPSTREAM.answers(200, """
                {"contacts":[{"id":"c1","contactName":"ada lovelace","businessName":"Engines Ltd","address":"1 Main St",
                              "tags":["vip"],"searchAfter":[1,"c1"]}],"total":1}""");

        var contact = page(20, null, null, BY_NAME).rows().get(0).contact();

        assertThat(contact.name()).isEqualTo("ada lovelace");
        assertThat(contact.companyName()).isEqualTo("Engines Ltd");
        assertThat(contact.address1()).isEqualTo("1 Main St");
        assertThat(contact.tags()).containsExactly("vip");
        assertThat(contact.locationId()).isEqualTo(LOCATION);
        assertThat(contact.dndSettings()).isNull();
        assertThat(contact.customFieldValues()).isNull();
    }

    @Test
    void business_list_is_paged_by_offset() {
        UPSTREAM.answers(200, "{\"contacts\":[{\"id\":\"c1\"},{\"id\":\"c2\"}],\"count\":5}");
        ContactPage first = page(2, null, business("ada"), null);

        ContactPage second = page(2, first.rows().get(1).position(), business("ada"), null);

        assertThat(UPSTREAM.last().uri())
                .isEqualTo("/contacts/business/b1?locationId=" + LOCATION + "&limit=2&skip=2&query=ada");
        assertThat(second.rows().get(0).position()).isEqualTo(new UpstreamPosition("business", List.of("3")));
        assertThat(second.hasNextPage()).isTrue();
        assertThat(second.total()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"search, 1", "business, 1", "'', 1"})
    void position_of_another_list_is_rejected(String list, String value) {
        assertThatThrownBy(() -> page(2, new UpstreamPosition(list, List.of(value)), null, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belongs to another list");
        assertThat(UPSTREAM.received()).isEmpty();
    }

    @Test
    void malformed_position_is_rejected() {
        assertThatThrownBy(() -> page(2, new UpstreamPosition("list", List.of("soon", "c1")), null, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("malformed");
        assertThatThrownBy(() -> page(2, new UpstreamPosition("search", List.of("{")), null, BY_NAME))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("malformed");
        assertThatThrownBy(
                        () -> page(2, new UpstreamPosition("business", List.of("99999999999")), business(null), null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("malformed");
    }

    @Test
    void row_without_position_is_rejected_as_after() {
        assertThatThrownBy(() -> page(2, new UpstreamPosition("list", List.of()), null, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot continue");
    }

    @Test
    void business_with_search_filter_is_rejected() {
        ContactFilter tagged = new ContactFilter(null, null, null, List.of("vip"), "b1", null, null, null, null);

        assertThatThrownBy(() -> page(2, null, tagged, null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> page(2, null, business(null), BY_NAME)).isInstanceOf(InvalidInputException.class);
    }

    private ContactPage page(int first, UpstreamPosition after, ContactFilter filter, ContactOrder order) {
        return crm.contacts(LOCATION, new ContactListRequest(first, after, filter, order))
                .await()
                .atMost(Patience.LIMIT);
    }

    private static ContactFilter query(String words) {
        return new ContactFilter(words, null, null, null, null, null, null, null, null);
    }

    private static ContactFilter business(String words) {
        return new ContactFilter(words, null, null, null, "b1", null, null, null, null);
    }

    private static void assertBody(String expected) {
        ObjectMapper json = new ObjectMapper();
        try {
            assertThat(json.readTree(UPSTREAM.last().body())).isEqualTo(json.readTree(expected));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
