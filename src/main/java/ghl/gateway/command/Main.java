package ghl.gateway.command;

import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** Entry point: runs the gateway, or a command when there are arguments. */
@QuarkusMain
@Command(
        name = "java -jar quarkus-run.jar",
        description = "Starts the gateway when run without a command.",
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.class, CheckCommand.class, RestoredCommand.class})
public class Main {

    private static final int FAILED = 1;

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(null, Main::exit);
        } else {
            Logger.getLogger("").setLevel(Level.WARNING);
            System.exit(new CommandLine(new Main())
                    .setExecutionExceptionHandler(Main::report)
                    .execute(arguments));
        }
    }

    private static void exit(int exitCode, Throwable failure) {
        List<String> problems = StartFailure.problems(failure);
        problems.forEach(System.err::println);
        if (failure != null && problems.isEmpty()) {
            Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "The gateway could not start", failure);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }

    /** Prints only the message when settings, database or arguments are at fault; other failures keep their stack trace. */
    private static int report(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        List<String> problems = StartFailure.problems(failure);
        problems.forEach(line.getErr()::println);
        if (problems.isEmpty()) {
            if (!(failure instanceof StorageException) && !(failure instanceof IllegalArgumentException)) {
                throw failure;
            }
            line.getErr().println(failure.getMessage());
        }
        return FAILED;
    }
}
