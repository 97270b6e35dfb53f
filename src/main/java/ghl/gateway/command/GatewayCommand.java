package ghl.gateway.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The list of all commands: a new one is added to {@code subcommands}. */
@Command(
        name = "java -jar quarkus-run.jar",
        description = "Without a command: the gateway.",
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.class, CheckCommand.class})
final class GatewayCommand {

    private GatewayCommand() {}

    static CommandLine line() {
        return new CommandLine(new GatewayCommand()).setExecutionExceptionHandler(new ShortErrorHandler());
    }
}
