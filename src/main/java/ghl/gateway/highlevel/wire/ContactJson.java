package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact in any of its answers. Reading one by id, listing and searching do not agree on names, and a row may have
 * both of a pair with one of them null.
 *
 * @param contactName {@code name} in lists and searches
 * @param businessName {@code companyName} in searches
 * @param address {@code address1} in searches
 * @param firstNameRaw beside a lower-cased {@code firstName} in some lists
 * @param attributionSource where it was first seen, when read by id
 * @param attributions the same in lists, first one first
 * @param searchAfter this row's own place in a search
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

        @JsonDeserialize(using = LenientReaders.DateReader.class)
        LocalDate dateOfBirth,

        Boolean dnd,

        @JsonDeserialize(using = LenientReaders.InstantReader.class)
        Instant dateAdded,

        @JsonDeserialize(using = LenientReaders.InstantReader.class)
        Instant dateUpdated,

        AttributionJson attributionSource,
        List<AttributionJson> attributions,

        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> tags,

        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> followers,

        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> additionalEmails,

        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> additionalPhones,

        Map<String, DndJson> dndSettings,
        List<CustomFieldJson> customFields,
        List<JsonNode> searchAfter) {

    public ContactJson {
        MalformedAnswerException.unlessId(id, "a contact");
    }

    /**
     * @param contact absent or null when a look for duplicates finds none
     * @param created upsert only: whether the contact is new
     */
    public record One(
            ContactJson contact, @JsonProperty("new") Boolean created) {

        /** The contact, where there must be one. */
        public ContactJson known() {
            return MalformedAnswerException.unlessPresent(contact, "contact");
        }
    }

    /** @param total as search counts @param count as the other lists do, unless they have {@code meta} */
    public record Page(List<ContactJson> contacts, Integer total, Integer count, Meta meta) {

        public Page {
            MalformedAnswerException.unlessPresent(contacts, "contacts");
        }

        /** The same page with its first rows only. */
        public Page first(int rows) {
            return contacts.size() <= rows ? this : new Page(contacts.subList(0, rows), total, count, meta);
        }

        /** How many the CRM counts in all; null when it does not say. */
        public Integer counted() {
            if (meta != null && meta.total() != null) {
                return meta.total();
            }
            return total != null ? total : count;
        }

        /** Empty when the answer does not say whether there is a page after it. */
        public Optional<Boolean> saysWhetherMore() {
            if (meta == null || meta.currentPage() == null) {
                return Optional.empty();
            }
            boolean named = meta.nextPageUrl() != null && !meta.nextPageUrl().isBlank();
            return Optional.of(named || meta.nextPage() != null);
        }
    }

    /** Place and extent of a page of {@code GET /contacts/}; {@code startAfter} in epoch ms. */
    public record Meta(
            Integer total,
            Long startAfter,
            String startAfterId,
            Integer currentPage,
            Integer nextPage,
            String nextPageUrl) {}

    public record DndJson(String status, String message, String code) {}

    /** @param value text, number, list or object, whatever the field's type makes of it */
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
