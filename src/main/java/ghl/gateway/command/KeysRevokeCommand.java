package ghl.gateway.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Ends a key for ever.", mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "of the key, as it is listed")
    private String id;

    @Override
    public Integer call() {
        KeysCommand.with(keys -> {
            keys.revoke(KeysCommand.ACTOR, id);
            return null;
        });
        System.out.println("Revoked: a running gateway refuses it within a second.");
        return 0;
    }
}
