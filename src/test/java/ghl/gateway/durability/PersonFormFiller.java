package ghl.gateway.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Fills in one random form. There are few distinct values, so that two forms in a row often set the same thing. */
final class PersonFormFiller {

    static final String WISH_ID = "fieldOfTheirWish0001";

    /** Settings of the location. */
    static final Map<String, Object> SETTINGS =
            Map.of("customFields", List.of(Map.of("id", WISH_ID, "name", "Wish", "dataType", "TEXT")));

    private static final double OFTEN = 0.6;
    private static final double SOMETIMES = 0.4;
    private static final List<String> TAGS = List.of("vip", "cold", "web");
    private static final Map<String, String> CHANNELS = Map.of("EMAIL", "Email", "SMS", "SMS");

    private final Random random;
    private final String name;
    private final Map<String, Object> contact = new HashMap<>();
    private final Map<String, Object> input = new HashMap<>();
    private final Map<String, String> sets = new TreeMap<>();
    private final List<String> tasks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private PersonFormFiller(Random random, String name) {
        this.random = random;
        this.name = name;
    }

    /** The first form of a person creates the contact. */
    static PersonForm first(String email, String name, Random random) {
        return new PersonFormFiller(random, name).upsert(email);
    }

    /** A later form of the person upserts the contact, updates it, or only adds to it. */
    static PersonForm next(String email, String name, Random random) {
        PersonFormFiller filler = new PersonFormFiller(random, name);
        return switch (random.nextInt(5)) {
            case 0 -> filler.update(email);
            case 1 -> filler.attach(email);
            default -> filler.upsert(email);
        };
    }

    private PersonForm upsert(String email) {
        contact.put("email", email);
        maybeText("companyName", "Acorn", "Beech");
        fillContact();
        input.put("contact", contact);
        return filled();
    }

    /** The CRM's update takes no company. */
    private PersonForm update(String email) {
        text("city", "Astoria", "Bronx", "Queens");
        fillContact();
        input.put("match", Map.of("email", email));
        input.put("contactPolicy", "UPDATE_ONLY");
        input.put("contact", contact);
        return filled();
    }

    private PersonForm attach(String email) {
        input.put("match", Map.of("email", email));
        note();
        return filled();
    }

    private void fillContact() {
        maybeText("firstName", "Ann", "Bea", "Cid");
        maybeText("lastName", "Ash", "Elm", "Oak");
        maybeText("city", "Astoria", "Bronx", "Queens");
        if (is(SOMETIMES)) {
            String wish = oneOf("oak", "ash");
            contact.put("customFields", List.of(Map.of("id", WISH_ID, "value", wish)));
            sets.put(WISH_ID, wish);
        }
        if (is(SOMETIMES)) {
            boolean on = random.nextBoolean();
            contact.put("dnd", on);
            sets.put(ContactState.DND, String.valueOf(on));
        }
        doNotDisturbByChannel();
    }

    /** A consent ends do-not-disturb on its channels. */
    private void doNotDisturbByChannel() {
        if (is(SOMETIMES / 2)) {
            input.put("consent", Map.of("text", "Yes, write to me", "channels", List.of("EMAIL")));
            sets.put(ContactState.channel("Email"), "inactive");
            note();
            return;
        }
        List<Map<String, Object>> settings = new ArrayList<>();
        CHANNELS.forEach((channel, key) -> {
            if (is(SOMETIMES)) {
                boolean on = random.nextBoolean();
                settings.add(Map.of("channel", channel, "active", on));
                sets.put(ContactState.channel(key), on ? "active" : "inactive");
            }
        });
        contact.put("dndSettings", settings);
    }

    private PersonForm filled() {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (String tag : TAGS) {
            if (is(OFTEN)) {
                boolean add = random.nextBoolean();
                (add ? added : removed).add(tag);
                sets.put(ContactState.tag(tag), add ? ContactState.PRESENT : ContactState.ABSENT);
            }
        }
        input.put("tags", added);
        input.put("remove", Map.of("tags", removed));
        if (is(SOMETIMES)) {
            tasks.add("Task of " + name);
            input.put("tasks", List.of(Forms.task("Task of " + name, "Soon")));
        }
        if (notes.isEmpty() && is(SOMETIMES)) {
            note();
        }
        return new PersonForm(input, sets, tasks, notes);
    }

    private void note() {
        notes.add("Note of " + name);
        input.put("notes", List.of(Map.of("body", "Note of " + name)));
    }

    private void maybeText(String field, String... values) {
        if (is(OFTEN)) {
            text(field, values);
        }
    }

    private void text(String field, String... values) {
        String value = oneOf(values);
        contact.put(field, value);
        sets.put(field, value);
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    private boolean is(double probability) {
        return random.nextDouble() < probability;
    }
}
