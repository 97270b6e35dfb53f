package ghl.gateway.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The actual or expected records of a location, one line each: duplicates are two lines. */
final class Facts {

    private final List<String> lines = new ArrayList<>();

    Facts contact(String who, String phone, String city) {
        return add("contact " + who + " (" + phone + ") in " + city);
    }

    Facts tag(String who, String tag) {
        return add("tag \"" + tag + "\" of " + who);
    }

    Facts task(String who, String title, String body, boolean completed) {
        return add("task \"" + title + "\" \"" + oneLine(body) + "\" of " + who + (completed ? ", done" : ", open"));
    }

    Facts note(String who, String body) {
        return add("note \"" + oneLine(body) + "\" of " + who);
    }

    /** Records of the other that are not here, as often as they are surplus there. */
    List<String> surplusIn(Facts other) {
        List<String> surplus = new ArrayList<>(other.lines);
        lines.forEach(surplus::remove);
        return surplus;
    }

    /** The union of both. */
    Facts and(Facts other) {
        Facts both = new Facts();
        both.lines.addAll(lines);
        both.lines.addAll(surplusIn(other));
        return both;
    }

    /** Kinds of records that are more numerous here than in both of the others. */
    List<String> countsBeyond(Facts one, Facts other) {
        return Stream.of("contact", "tag", "task", "note")
                .filter(thing -> count(thing) > Math.max(one.count(thing), other.count(thing)))
                .map(thing -> count(thing) + " of " + thing)
                .toList();
    }

    private long count(String thing) {
        return lines.stream().filter(line -> line.startsWith(thing + " ")).count();
    }

    @Override
    public String toString() {
        return lines.isEmpty()
                ? "nothing"
                : String.join("; ", lines.stream().sorted().toList());
    }

    private Facts add(String line) {
        lines.add(line);
        return this;
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n");
    }
}
