package ghl.gateway.command;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains why the gateway did not start. SmallRye Config reports problems by property, with error codes and exception names;
 * this class turns them into sentences that name the environment variable: {@code HIGHLEVEL_TIMEOUT must be a duration such
 * as 10s (got "abc").}
 */
final class StartFailure {

    private static final int MAX_CAUSES = 20;

    private static final String CONVERSION =
            ".*SRCFG00039: The config property (\\S+) with the config value \"(.*)\" threw an"
                    + " Exception whilst being converted ";

    /** Problems as SmallRye Config and its converters report them. The first group of each pattern is the property. */
    private static final List<Translation> TRANSLATIONS = List.of(
            new Translation(CONVERSION + "SRCFG000(?:29|30): .*", "%s must be a whole number (got \"%s\")."),
            new Translation(CONVERSION + "Invalid duration.*", "%s must be a duration such as 10s or 5m (got \"%s\")."),
            new Translation(CONVERSION + ".*not in correct format.*", "%s must be a size such as 64M (got \"%s\")."),
            new Translation(CONVERSION + ".*, allowed values: (.*)", "%s must be one of %3$s (got \"%2$s\")."),
            new Translation(CONVERSION + "(must .*)", "%s %3$s (got \"%2$s\")."),
            new Translation(CONVERSION + "(.*)", "%s is not valid: %3$s."),
            new Translation(".*SRCFG00014: The config property (\\S+) .*", "%s is missing: set it."),
            new Translation(
                    ".*SRCFG0004[01]: The config property (\\S+) .*", "%s must not be empty: set it or remove it."),
            new Translation(
                    ".*SRCFG00050: (\\S+) in (.*) does not map to any root",
                    "%s (in %s) is not a setting: correct or remove it."),
            new Translation("([^\\s\\[]+)\\S* (must .*)", "%s %s."));

    /** Replaces a problem by a sentence whose arguments are the groups of the pattern. */
    private record Translation(Pattern problem, String sentence) {

        Translation(String problem, String sentence) {
            this(Pattern.compile(problem, Pattern.DOTALL), sentence);
        }
    }

    private StartFailure() {}

    /** One sentence per problem; empty if settings are not the cause. */
    static List<String> problems(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(StartFailure::problemsOf)
                .filter(problems -> !problems.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> problemsOf(Throwable cause) {
        if (cause instanceof ConfigValidationException invalid) {
            return IntStream.range(0, invalid.getProblemCount())
                    .mapToObj(
                            i -> withoutPassword(sentence(invalid.getProblem(i).getMessage())))
                    .toList();
        }
        if (cause instanceof QuarkusBindException bind) {
            return List.of("QUARKUS_HTTP_HOST and QUARKUS_HTTP_PORT must be an address that is free (got "
                    + bind.getHost() + ":" + bind.getPort() + "): " + bind.getMessage());
        }
        return cause instanceof ConfigurationException ? List.of(cause.getMessage()) : List.of();
    }

    /** Removes user and password from the address that a problem quotes, however malformed it is. */
    private static String withoutPassword(String problem) {
        String start = problem.contains("(got \"") ? "(\\(got \")" : "(://)";
        return problem.replaceAll("(?s)" + start + ".*@", "$1***@");
    }

    private static String sentence(String problem) {
        for (Translation translation : TRANSLATIONS) {
            Matcher text = translation.problem().matcher(problem);
            if (text.matches()) {
                Object[] groups = IntStream.rangeClosed(1, text.groupCount())
                        .mapToObj(text::group)
                        .toArray();
                groups[0] = variable(text.group(1));
                return translation.sentence().formatted(groups);
            }
        }
        return problem;
    }

    /** Also handles {@code submission.derivedKey.window}: constraints report nested groups by their method names. */
    private static String variable(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
