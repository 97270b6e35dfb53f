package ghl.gateway.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rotate",
        description = {
            "Makes another key with the same rights for the same caller. Both hold until the old one is revoked;",
            "idempotency keys stay the caller's own."
        },
        mixinStandardHelpOptions = true)
final class KeysRotateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "of the key to be replaced")
    private String id;

    @Override
    public Integer call() {
        System.out.println(
                KeysCommand.with(keys -> keys.rotate(KeysCommand.ACTOR, id)).shown());
        return 0;
    }
}
