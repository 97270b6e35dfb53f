package ghl.gateway.command;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = "Makes a secret key, for a server. It is printed once and cannot be shown again.",
        mixinStandardHelpOptions = true)
final class KeysCreateCommand implements Callable<Integer> {

    @Option(names = "--role", required = true, description = "reader, submitter, operator or remover; may be repeated")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--location", required = true, description = "a location it may reach; may be repeated; * for all")
    private List<String> locations = new ArrayList<>();

    @Option(names = "--label", required = true, description = "what it is for")
    private String label;

    @Override
    public Integer call() {
        NewKey order = NewKey.secret(
                label,
                roles.stream().map(KeysCreateCommand::role).collect(Collectors.toSet()),
                LocationScope.of(locations));
        System.out.println(
                KeysCommand.with(keys -> keys.create(KeysCommand.ACTOR, order)).shown());
        return 0;
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no role: use reader, submitter, operator or remover"));
    }
}
