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
import io.quarkus.runtime.util.ExceptionUtil;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description =
                "Checks whether the gateway starts with these settings, and whether its tokens reach the locations in the"
                        + " CRM and have the required scopes. Accepts no requests, delivers nothing and changes nothing in the CRM,"
                        + " except with --submit. Stop a gateway that uses the same SQLite database first.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** Starts everything but the HTTP server; due submissions wait until it listens. */
    private static final Map<String, String> WITHOUT_SERVER =
            Map.of("quarkus.http.host-enabled", "false", "quarkus.log.level", "WARN");

    /** Delivers submissions and so must listen: on a random port. */
    private static final Map<String, String> ON_RANDOM_PORT =
            Map.of("quarkus.http.port", "0", "quarkus.log.level", "WARN");

    @Option(
            names = "--submit",
            paramLabel = "<form>",
            description =
                    "Submits the form's sample answers, tagged gateway-test, reports how the records in the CRM differ from"
                            + " what was sent, and deletes them. Submissions that are due are delivered meanwhile.")
    private String form;

    @Override
    public Integer call() {
        (form == null ? WITHOUT_SERVER : ON_RANDOM_PORT).forEach(System::setProperty);
        String[] arguments = form == null ? new String[0] : new String[] {form};
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(
                Check.class,
                (code, failure) -> {
                    exitCode.set(code);
                    if (failure != null) {
                        problems(failure)
                                .forEach(problem -> System.out.println("FAIL  the gateway does not start: " + problem));
                    }
                },
                arguments);
        return exitCode.get();
    }

    private static List<String> problems(Throwable failure) {
        List<String> problems = StartFailure.problems(failure);
        return problems.isEmpty()
                ? List.of(String.valueOf(ExceptionUtil.getRootCause(failure).getMessage()))
                : problems;
    }

    /** Runs after the start. Arguments: the form to submit, if any. */
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
            System.out.println("ok    the gateway starts");
            boolean isGood = hasAccess();
            for (String form : arguments) {
                isGood &= submit(form);
            }
            return isGood ? 0 : 1;
        }

        private boolean hasAccess() {
            if (connection.isSandbox()) {
                System.out.println("ok    the CRM is the sandbox of this process: nothing to check");
                return true;
            }
            List<Finding> findings = crm.all();
            findings.forEach(System.out::println);
            if (findings.isEmpty()) {
                System.out.println("FAIL  no location is connected: connect one at /oauth/install");
            }
            List<String> needs = forms.all().stream()
                    .flatMap(form -> FormNeeds.lines(form, location(form), findings).stream())
                    .toList();
            needs.forEach(System.out::println);
            return !findings.isEmpty()
                    && findings.stream().allMatch(Finding::isGood)
                    && needs.stream().noneMatch(line -> line.startsWith(FormNeeds.FAIL));
        }

        /** ID of the form's own location; null when it has none. */
        private String location(FormDefinition form) {
            return form.locationId() == null ? null : connection.locationId(form.locationId());
        }

        private boolean submit(String name) {
            Optional<FormDefinition> form = forms.find(name);
            if (form.isEmpty()) {
                System.out.println("FAIL  form " + name + " is not defined. Defined: "
                        + forms.all().stream().map(FormDefinition::name).collect(Collectors.joining(", ")));
                return false;
            }
            Trial trial = trials.run(form.get());
            trial.warnings().forEach(warning -> System.out.println("note  form " + name + ": " + warning));
            trial.problems().forEach(problem -> System.out.println("FAIL  form " + name + ": " + problem));
            if (trial.isGood()) {
                System.out.println("ok    form " + name + ": " + trial.locationId()
                        + " has everything that was sent. The test records were deleted again");
            }
            return trial.isGood();
        }
    }
}
