package ghl.gateway.intake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Test forms and their secrets. */
public final class IntakeProfile implements QuarkusTestProfile {

    static final String SECRET = "s3cret-of-a-sender";
    static final String PATH_SECRET = "kq3v8Zr0cW1nYb6uJd2tXo9pLm5sEh7a";

    private static final List<String> SECRETS_OF_EXAMPLES = List.of(
            "TYPEFORM_SECRET",
            "TALLY_SECRET",
            "WEBFLOW_SECRET",
            "WEBHOOK_SECRET",
            "WPFORMS_SECRET",
            "FRAMER_SECRET",
            "GOOGLE_ADS_KEY",
            "FORMSPREE_SECRET",
            "CALENDLY_SECRET",
            "CAL_COM_SECRET",
            "NETLIFY_SECRET");

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(CaptchaTest.Provider.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateway.forms", copyOfForms().toString(),
                "gateway.intake.trusted-proxies", "127.0.0.1",
                "gateway.intake.set-aside-per-minute", "2",
                "submission.quarantine.size", "64K",
                "submission.quiet", "100ms",
                "submission.retry.first", "50ms"));
        settings.putAll(Map.of(
                "QUOTE_TYPEFORM_SECRET", SECRET,
                "QUOTE_TALLY_SECRET", SECRET,
                "QUOTE_WEBFLOW_SECRET", SECRET,
                "QUOTE_STANDARD_SECRET", SECRET,
                "QUOTE_GRAVITY_SECRET", PATH_SECRET,
                "QUOTE_CALENDLY_SECRET", SECRET,
                "ADS_GOOGLE_KEY", SECRET,
                "CAPTCHA_SECRET", "captcha-secret"));
        SECRETS_OF_EXAMPLES.forEach(variable -> settings.put(variable, SECRET));
        return settings;
    }

    /** Tests add definitions to it. */
    private static Path copyOfForms() {
        try (Stream<Path> forms = Files.list(Path.of("src/test/resources/intake/forms"))) {
            Path copy = Files.createTempDirectory("intake-forms");
            for (Path form : forms.toList()) {
                Files.copy(form, copy.resolve(form.getFileName()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
