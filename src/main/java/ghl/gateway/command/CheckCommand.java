package ghl.gateway.command;

import ghl.gateway.credential.check.CrmCheck;
import ghl.gateway.credential.check.Finding;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.trial.FormTrials;
import ghl.gateway.form.trial.Trial;
import ghl.gateway.highlevel.settings.CrmConnection;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description =
                "Says whether the gateway would start with these settings, and whether the CRM accepts its tokens,"
                        + " reaches the locations and grants the scopes. Takes no requests, delivers nothing and changes nothing in"
                        + " the CRM, unless --submit says so. A gateway that is at work on the same SQLite must be stopped first.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** It starts as the gateway does, but nobody can call it; what is to be delivered waits for the first who could. */
    private static final Map<String, String> NOBODY_CALLS =
            Map.of("quarkus.http.host-enabled", "false", "quarkus.log.level", "WARN");

    /** Delivers, and so must listen: where nobody looks for it. */
    private static final Map<String, String> DELIVERS = Map.of("quarkus.http.port", "0", "quarkus.log.level", "WARN");

    private static final int MOST_CAUSES = 20;

    @Option(
            names = "--submit",
            paramLabel = "<form>",
            description =
                    "Sends the form's sample answers as real ones are sent, tagged gateway-test, tells how what the CRM"
                            + " holds differs from what was sent, and deletes what it made. What waits in the journal is delivered"
                            + " meanwhile.")
    private String form;

    @Override
    public Integer call() {
        (form == null ? NOBODY_CALLS : DELIVERS).forEach(System::setProperty);
        String[] arguments = form == null ? new String[0] : new String[] {form};
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(
                Check.class,
                (code, failure) -> {
                    exitCode.set(code);
                    if (failure != null) {
                        System.out.println("FAIL  the gateway would not start: " + sentence(failure));
                    }
                },
                arguments);
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

    /** What is done once everything has started; its argument is the form to submit, if one is. */
    public static final class Check implements QuarkusApplication {

        @Inject
        CrmConnection connection;

        @Inject
        CrmCheck crm;

        @Inject
        Forms forms;

        @Inject
        FormTrials trials;

        @Override
        public int run(String... arguments) {
            System.out.println("ok    the gateway would start");
            boolean isGood = granted();
            for (String form : arguments) {
                isGood &= submitted(form);
            }
            return isGood ? 0 : 1;
        }

        private boolean granted() {
            if (connection.isSandbox()) {
                System.out.println("ok    the CRM is the sandbox of this process: there is nothing to ask");
                return true;
            }
            List<Finding> findings = crm.all();
            findings.forEach(System.out::println);
            if (findings.isEmpty()) {
                System.out.println("FAIL  no location is connected: open /oauth/install");
            }
            List<String> needs = forms.all().stream()
                    .flatMap(form -> FormNeeds.lines(form, location(form), findings).stream())
                    .toList();
            needs.forEach(System.out::println);
            return !findings.isEmpty()
                    && findings.stream().allMatch(Finding::isGood)
                    && needs.stream().noneMatch(line -> line.startsWith(FormNeeds.FAIL));
        }

        /** @return null for a form that has none of its own */
        private String location(FormDefinition form) {
            return form.locationId() == null ? null : connection.locationId(form.locationId());
        }

        private boolean submitted(String name) {
            Optional<FormDefinition> form = forms.find(name);
            if (form.isEmpty()) {
                System.out.println("FAIL  " + name + " is no form of this gateway; there is "
                        + forms.all().stream().map(FormDefinition::name).collect(Collectors.joining(", ")));
                return false;
            }
            Trial trial = trials.run(form.get());
            trial.warnings().forEach(warning -> System.out.println("note  form " + name + ": " + warning));
            trial.problems().forEach(problem -> System.out.println("FAIL  form " + name + ": " + problem));
            if (trial.isGood()) {
                System.out.println(
                        "ok    form " + name + ": " + trial.locationId() + " holds what was sent; it is deleted again");
            }
            return trial.isGood();
        }
    }
}
