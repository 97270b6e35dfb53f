package ghl.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.form.definition.SenderType;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A form for each {@link SenderCase}, whose note shows the answers, at the time when the cases were signed. */
public final class SenderCasesProfile implements QuarkusTestProfile {

    static final Instant NOW = Instant.parse(SenderCase.INDEX.path("now").asText());

    private static final String SECRET = "SENDER_CASES_SECRET";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ClockOfTheCases.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        String id = UUID.randomUUID().toString();
        Path forms = Path.of("target", "test-data", id + "-forms");
        SenderCase.all().forEach(sent -> write(forms, sent));
        write(forms, "any-body", definition(Map.of("type", "link")));
        write(forms, "any-page", definition(Map.of("type", "public", "guard", Map.of("perMinute", 10_000))));
        return Map.of(
                "gateway.data",
                "target/test-data/" + id,
                "gateway.forms",
                forms.toString(),
                SECRET,
                SenderCase.INDEX.path("secret").asText(),
                "submission.quiet",
                "100ms");
    }

    private static Map<String, Object> definition(Map<String, Object> sender) {
        return Map.of(
                "title",
                "Any body",
                "answers",
                Map.of("first_name", Map.of(), "email", Map.of("type", "email")),
                "contact",
                Map.of("firstName", "{first_name}", "email", "{email}"),
                "senders",
                List.of(sender));
    }

    private static void write(Path folder, SenderCase sent) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Object> contact = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (SenderCase.Answer answer : sent.must()) {
            String name = "m" + answers.size();
            answers.put(name, Map.of("from", answer.names()));
            lines.add(name + "=[{" + name + "}]");
            if (answer.values().get(0).contains("@")) {
                contact.put("email", "{" + name + "}");
            }
        }
        if (contact.isEmpty()) {
            answers.put("email", Map.of("type", "email"));
            contact.put("email", "{email}");
        }
        Map<String, Object> sender = new LinkedHashMap<>();
        sender.put("type", sent.sender().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (sent.sender() != SenderType.LINK && sent.isSigned()) {
            sender.put("secretEnv", SECRET);
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("title", sent.name());
        definition.put("answers", answers);
        definition.put("contact", contact);
        definition.put("notes", List.of(Map.of("body", "<<" + sent.form() + "\n" + String.join("\n", lines) + ">>")));
        definition.put("senders", List.of(sender));
        write(folder, sent.form(), definition);
    }

    /** JSON is YAML as well. */
    private static void write(Path folder, String form, Map<String, Object> definition) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(form + ".yaml"), JSON.writeValueAsString(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs from the time of the cases on. */
    @Alternative
    @ApplicationScoped
    public static class ClockOfTheCases extends MovableClock {

        public ClockOfTheCases() {
            advance(Duration.between(instant(), NOW));
        }
    }
}
