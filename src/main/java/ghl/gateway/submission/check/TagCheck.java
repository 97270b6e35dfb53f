package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks tags. The CRM stores them in lower case, so tags that differ only in case are duplicates. */
final class TagCheck {

    /** Maximum number of tags that one submission may add, and that it may remove. */
    private static final int MOST = 50;

    private TagCheck() {}

    /** Trimmed and without duplicates. */
    static List<String> read(List<String> tags, Problems problems) {
        if (tags.size() > MOST) {
            problems.add(UserErrorCode.TOO_LONG, "has " + tags.size() + " tags; at most " + MOST + " are allowed");
        }
        Map<String, String> distinct = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            Texts.required(tags.get(i), Texts.TAG, problems.at(i));
            if (tags.get(i) != null) {
                String tag = tags.get(i).trim();
                distinct.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Reports tags that are both added and removed. */
    static void rejectBoth(List<String> added, List<String> removed, Problems problems) {
        for (String tag : removed) {
            if (added.stream().anyMatch(tag::equalsIgnoreCase)) {
                problems.add(UserErrorCode.CONFLICT, "removes the tag \"" + tag + "\", which tags adds");
            }
        }
    }
}
