package ghl.gateway.command;

import ghl.gateway.credential.check.CrmCheck;
import ghl.gateway.credential.check.Finding;
import ghl.gateway.highlevel.Connection;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description = {
            "Says whether the gateway would start with these settings, and whether the CRM accepts its tokens, reaches the",
            "locations and grants the scopes. Takes no requests, delivers nothing and changes nothing in the CRM. A gateway",
            "that is at work on the same SQLite must be stopped first."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** It starts as the gateway does, but nobody can call it; what is to be delivered waits for the first who could. */
    private static final List<String> NOBODY_CALLS =
            List.of("quarkus.http.host-enabled=false", "quarkus.log.level=WARN");

    private static final int MOST_CAUSES = 20;

    @Override
    public Integer call() {
        for (String setting : NOBODY_CALLS) {
            int equals = setting.indexOf('=');
            System.setProperty(setting.substring(0, equals), setting.substring(equals + 1));
        }
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(Check.class, (code, failure) -> {
            exitCode.set(code);
            if (failure != null) {
                System.out.println("FAIL  the gateway would not start: " + sentence(failure));
            }
        });
        return exitCode.get();
    }

    /** The settings' own sentence, where they are what is wrong. */
    private static String sentence(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        return causes.stream()
                .filter(ConfigurationException.class::isInstance)
                .findFirst()
                .orElse(causes.get(causes.size() - 1))
                .getMessage();
    }

    /** What is done once everything has started. */
    public static final class Check implements QuarkusApplication {

        @Inject
        Connection connection;

        @Inject
        CrmCheck crm;

        @Override
        public int run(String... arguments) {
            System.out.println("ok    the gateway would start");
            if (connection.isSandbox()) {
                System.out.println("ok    the CRM is the sandbox of this process: there is nothing to ask");
                return 0;
            }
            List<Finding> findings = crm.all();
            findings.forEach(System.out::println);
            if (findings.isEmpty()) {
                System.out.println("FAIL  no location is connected: open /oauth/install");
            }
            return !findings.isEmpty() && findings.stream().allMatch(Finding::isGood) ? 0 : 1;
        }
    }
}
