package ghl.gateway.command;

import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
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
        subcommands = {KeysCommand.class, CheckCommand.class})
public class Main {

    private static final int FAILED = 1;

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            Logger.getLogger("").setLevel(Level.WARNING);
            System.exit(new CommandLine(new Main())
                    .setExecutionExceptionHandler(Main::report)
                    .execute(arguments));
        }
    }

    /** Prints only the message when settings, database or arguments are at fault; other failures keep their stack trace. */
    private static int report(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof ConfigurationException
                || failure instanceof StorageException
                || failure instanceof IllegalArgumentException) {
            line.getErr().println(failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
