package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
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
        List<Tag> tags) {

    public static final String MAIN = "sbxMainLocation00001";
    public static final String OTHER = "sbxOtherLocation0001";

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
                "contactUniqueIdentifiers may hold email and phone");
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
        ObjectNode complete = fresh();
        complete.setAll(settings);
        return SandboxJson.toRecord(complete, SandboxLocation.class);
    }

    private static ObjectNode fresh() {
        ObjectNode fresh = SandboxJson.object();
        fresh.put("companyId", "sbxCompany0000000001").put("name", "A location of the sandbox");
        fresh.put("country", "US").put("timezone", "America/New_York");
        fresh.put("allowDuplicateContact", false).put("ownTokenOnly", false);
        fresh.putArray("contactUniqueIdentifiers").add("email").add("phone");
        fresh.put("searchLagMs", 2_000).put("listLagMs", 0).put("burst", 100).put("daily", 200_000);
        fresh.put("htmlBodies", false).put("lowerCaseNames", true).put("missingStatus", 404);
        fresh.putArray("customFields");
        fresh.putArray("tags");
        return fresh;
    }

    public ZoneId zone() {
        return ZoneId.of(timezone);
    }

    /** This location with these tags added. Decided here: undocumented. */
    public SandboxLocation withTags(Collection<String> names) {
        List<Tag> all = new ArrayList<>(tags);
        for (String name : names) {
            if (all.stream().noneMatch(tag -> tag.name().equals(name))) {
                all.add(new Tag(Ids.next(), name));
            }
        }
        ObjectNode json = toJson();
        json.set("tags", SandboxJson.nodes(all.stream().map(SandboxJson::fromRecord)));
        return from(json);
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
