package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks tags. The CRM stores them in lower case, so tags that differ only in case are duplicates. */
public final class TagCheck {

    private TagCheck() {}

    /** Trimmed and without duplicates. */
    static List<String> read(List<String> tags, Problems problems) {
        if (!problems.requireAtMost(FormCheck.MOST_OF_A_KIND, tags)) {
            return List.of();
        }
        Map<String, String> distinct = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            if (Texts.required(tags.get(i), Texts.TAG, problems.at(i))) {
                String tag = tags.get(i).trim();
                distinct.putIfAbsent(stored(tag), tag);
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Reports tags that are both added and removed. */
    static void rejectBoth(List<String> added, List<String> removed, Problems problems) {
        List<String> onlyRemoved = without(removed, added);
        without(removed, onlyRemoved)
                .forEach(tag -> problems.add(
                        UserErrorCode.CONFLICT, "removes the tag \"" + Texts.quote(tag) + "\", which tags adds"));
    }

    /** The tags that are not among the others. */
    public static List<String> without(List<String> tags, List<String> others) {
        Set<String> stored = others.stream().map(TagCheck::stored).collect(Collectors.toSet());
        return tags.stream().filter(tag -> !stored.contains(stored(tag))).toList();
    }

    private static String stored(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }
}
