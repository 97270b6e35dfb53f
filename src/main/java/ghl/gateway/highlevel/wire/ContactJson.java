package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.highlevel.wire.LenientReaders.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact in any answer. Reads by id, lists and searches use different names, and a row can have both names of a pair
 * with one of them null.
 *
 * @param contactName {@code name} in lists and searches
 * @param businessName {@code companyName} in searches
 * @param address {@code address1} in searches
 * @param firstNameRaw beside a lower-cased {@code firstName} in some lists
 * @param attributionSource first attribution, in reads by id
 * @param attributions the same in lists, oldest first
 * @param searchAfter position of this row in a search
 */
public record ContactJson(
        @JsonAlias("_id") String id,
        String locationId,
        String name,
        String contactName,
        String firstName,
        String firstNameRaw,
        String lastName,
        String lastNameRaw,
        String email,
        String phone,
        String companyName,
        String businessName,
        String address1,
        String address,
        String city,
        String state,
        String postalCode,
        String country,
        String website,
        String timezone,
        String type,
        String source,
        String assignedTo,
        String businessId,
        LocalDate dateOfBirth,
        Boolean dnd,
        Instant dateAdded,
        Instant dateUpdated,
        AttributionJson attributionSource,
        List<AttributionJson> attributions,
        @Texts List<String> tags,
        @Texts List<String> followers,
        @Texts List<String> additionalEmails,
        @Texts List<String> additionalPhones,
        Map<String, DndJson> dndSettings,
        List<CustomFieldJson> customFields,
        List<JsonNode> searchAfter) {

    public ContactJson {
        MalformedAnswerException.unlessId(id, "a contact");
    }

    /**
     * @param contact null when a search for duplicates finds none
     * @param created whether the contact is new, in the answer of an upsert
     */
    public record One(
            ContactJson contact, @JsonProperty("new") Boolean created) {

        public ContactJson required() {
            if (contact == null) {
                throw new MalformedAnswerException("an answer without `contact`");
            }
            return contact;
        }
    }

    /** @param total in a search @param count in the other lists, unless they have {@code meta} */
    public record Page(@Required List<ContactJson> contacts, Integer total, Integer count, Meta meta) {

        public Page first(int rows) {
            return contacts.size() <= rows ? this : new Page(contacts.subList(0, rows), total, count, meta);
        }

        /** Total number of contacts in the list; null when not reported. */
        public Integer counted() {
            if (meta != null && meta.total() != null) {
                return meta.total();
            }
            return total != null ? total : count;
        }

        /** Empty when not reported. */
        public Optional<Boolean> hasNextPage() {
            if (meta == null || meta.currentPage() == null) {
                return Optional.empty();
            }
            boolean hasUrl = meta.nextPageUrl() != null && !meta.nextPageUrl().isBlank();
            return Optional.of(hasUrl || meta.nextPage() != null);
        }
    }

    /** Position and size of a page of {@code GET /contacts/}; {@code startAfter} in epoch milliseconds. */
    public record Meta(
            Integer total,
            Long startAfter,
            String startAfterId,
            Integer currentPage,
            Integer nextPage,
            String nextPageUrl) {}

    public record DndJson(String status, String message, String code) {}

    /** @param value text, number, list or object, depending on the field's type */
    public record CustomFieldJson(
            @JsonAlias("_id") String id,

            @JsonAlias({"fieldValue", "field_value"}) JsonNode value) {}

    public record AttributionJson(
            @JsonAlias("utmSessionSource") String sessionSource,
            String medium,
            String mediumId,
            @JsonAlias("pageUrl") String url,
            String referrer,
            @JsonAlias("utmCampaign") String campaign,
            String utmSource,
            String utmMedium) {}
}
