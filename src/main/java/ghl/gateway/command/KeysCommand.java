package ghl.gateway.command;

import ghl.gateway.access.key.Keys;
import ghl.gateway.storage.OpenDatabase;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Command;

@Command(
        name = "keys",
        description = "Keys of those who may call. A running gateway knows of a change within a second.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeysCreateCommand.class,
            KeysPublishCommand.class,
            KeysRotateCommand.class,
            KeysListCommand.class,
            KeysRevokeCommand.class
        })
final class KeysCommand {

    /** Who makes and revokes keys, in the audit: whoever can run commands here. */
    static final String ACTOR = "command line";

    private KeysCommand() {}

    static <T> T with(Function<Keys, T> work) {
        try (OpenDatabase database = Settings.database()) {
            return work.apply(new Keys(database, Clock.systemUTC()));
        }
    }
}
