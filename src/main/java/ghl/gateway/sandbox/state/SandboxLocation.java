package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A location (sub-account) and the sandbox's switches for it.
 *
 * @param contactUniqueIdentifiers {@code email} and {@code phone}, in matching order
 * @param ownTokenOnly whether the token for all locations is refused here
 * @param searchLagMs delay before searches and lists show a write
 * @param listLagMs delay before a contact's lists show a new task or note
 * @param burst requests per ten seconds
 * @param daily requests per day
 * @param htmlBodies whether bodies of notes and tasks are returned as HTML, like those made in the vendor's own pages
 * @param lowerCaseNames whether lists and searches give names in lower case
 * @param missingStatus status for a missing task or note: 404 or 400
 * @param outage null while the location answers
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
public record SandboxLocation(
        String id,
        String companyId,
        String name,
        String country,
        String timezone,
        boolean allowDuplicateContact,
        List<String> contactUniqueIdentifiers,
        boolean ownTokenOnly,
        long searchLagMs,
        long listLagMs,
        int burst,
        int daily,
        boolean htmlBodies,
        boolean lowerCaseNames,
        int missingStatus,
        @JsonInclude(JsonInclude.Include.NON_NULL) Outage outage,
        List<SandboxCustomField> customFields,
        List<Tag> tags)
        implements SandboxLocationBuilder.With {

    public static final String MAIN = "sbxMainLocation00001";
    public static final String OTHER = "sbxOtherLocation0001";

    private static final String NEW_ACCOUNT = """
            {"companyId": "sbxCompany0000000001", "name": "Sandbox location", "country": "US",
             "timezone": "America/New_York", "allowDuplicateContact": false, "ownTokenOnly": false,
             "contactUniqueIdentifiers": ["email", "phone"], "searchLagMs": 2000, "listLagMs": 0, "burst": 100,
             "daily": 200000, "htmlBodies": false, "lowerCaseNames": true, "missingStatus": 404,
             "customFields": [], "tags": []}""";

    /** Behaviour of a location that is down. */
    public enum Outage {
        @JsonProperty("refuse-503")
        REFUSE_503,
        /** Connections close without an answer. */
        @JsonProperty("drop")
        DROP
    }

    /** A tag of the location. */
    public record Tag(String id, String name) {}

    public SandboxLocation {
        require(id != null && !id.isBlank(), "id should not be empty");
        require(country != null && country.matches("[A-Z]{2}"), "country must be a two-letter code in capitals");
        require(ZoneId.getAvailableZoneIds().contains(timezone), "timezone must be a zone such as Europe/Berlin");
        require(
                contactUniqueIdentifiers != null && customFields != null && tags != null,
                "contactUniqueIdentifiers and customFields must be lists");
        require(
                Set.of("email", "phone").containsAll(contactUniqueIdentifiers),
                "contactUniqueIdentifiers may contain only email and phone");
        require(
                searchLagMs >= 0 && listLagMs >= 0 && burst >= 0 && daily >= 0,
                "searchLagMs, listLagMs, burst and daily must not be negative");
        require(missingStatus == 404 || missingStatus == 400, "missingStatus must be 404 or 400");
        contactUniqueIdentifiers = List.copyOf(contactUniqueIdentifiers);
        customFields = List.copyOf(customFields);
        tags = List.copyOf(tags);
    }

    /** @param settings any fields of this record; the others get the defaults of a new account */
    public static SandboxLocation from(ObjectNode settings) {
        ObjectNode complete = (ObjectNode) SandboxJson.parse(NEW_ACCOUNT);
        complete.setAll(settings);
        return SandboxJson.toRecord(complete, SandboxLocation.class);
    }

    public ZoneId zone() {
        return ZoneId.of(timezone);
    }

    /** This location with these tags added. Decided here: undocumented. */
    public SandboxLocation addingTags(Collection<String> names) {
        List<Tag> all = new ArrayList<>(tags);
        for (String name : names) {
            if (all.stream().noneMatch(tag -> tag.name().equals(name))) {
                all.add(new Tag(Ids.next(), name));
            }
        }
        return withTags(all);
    }

    public ObjectNode toJson() {
        return SandboxJson.fromRecord(this);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
