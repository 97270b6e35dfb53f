package ghl.gateway.durability;

import java.util.Map;
import java.util.Random;

/** A person who fills in a form. */
record Person(String email, String phone) {

    static Person any(Random random) {
        String number = String.format("%04d", 100 + random.nextInt(9_900));
        return new Person("lead." + Long.toHexString(random.nextLong()) + "@example.com", "+1212555" + number);
    }

    Map<String, Object> contact(String city) {
        return Map.of("firstName", "Nora", "email", email, "phone", phone, "city", city);
    }

    Facts addTo(Facts facts, String city) {
        return facts.contact(email, phone, city);
    }
}
