package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.QueryRules;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of get-contacts. The cursor needs both halves: {@code startAfter} (ms) or {@code startAfterId} alone repeats
 * page one. Reported.
 */
record ListPage(List<ObjectNode> contacts, int offset, int limit, int total) {

    /** @param sorted all matches, newest first */
    static ListPage of(List<ObjectNode> sorted, Call call, int limit) {
        OptionalLong startAfter = QueryRules.number(call, "startAfter");
        String startAfterId = call.query("startAfterId").orElse("");
        int offset = 0;
        if (startAfter.isPresent() && !startAfterId.isEmpty()) {
            offset = (int) sorted.stream()
                    .filter(contact -> !isAfter(contact, startAfter.getAsLong(), startAfterId))
                    .count();
        }
        int end = Math.min(sorted.size(), offset + limit);
        return new ListPage(sorted.subList(offset, end), offset, limit, sorted.size());
    }

    /**
     * Fields without a value are omitted, such as {@code nextPage} on the last page. Only {@code prevPage} may be null.
     */
    ObjectNode meta(Call call) {
        int current = offset / limit + 1;
        ObjectNode meta = SandboxJson.object().put("total", total).put("currentPage", current);
        if (current > 1) {
            meta.put("prevPage", current - 1);
        } else {
            meta.putNull("prevPage");
        }
        if (!contacts.isEmpty()) {
            ObjectNode last = contacts.get(contacts.size() - 1);
            meta.put("startAfterId", id(last)).put("startAfter", added(last));
        }
        if (offset + contacts.size() < total) {
            meta.put("nextPage", current + 1);
            meta.put("nextPageUrl", nextPageUrl(call, contacts.get(contacts.size() - 1)));
        }
        return meta;
    }

    private String nextPageUrl(Call call, ObjectNode last) {
        StringBuilder url = new StringBuilder(call.baseUrl()).append("/contacts/?limit=" + limit);
        url.append("&locationId=").append(encoded(call.query("locationId").orElse("")));
        call.query("query").ifPresent(query -> url.append("&query=").append(encoded(query)));
        url.append("&startAfter=").append(added(last)).append("&startAfterId=").append(id(last));
        return url.toString();
    }

    private static boolean isAfter(ObjectNode contact, long startAfter, String startAfterId) {
        long added = added(contact);
        return added < startAfter || (added == startAfter && id(contact).compareTo(startAfterId) < 0);
    }

    private static long added(ObjectNode contact) {
        return Instant.parse(SandboxJson.text(contact, "dateAdded")).toEpochMilli();
    }

    private static String id(ObjectNode contact) {
        return SandboxJson.text(contact, "id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
