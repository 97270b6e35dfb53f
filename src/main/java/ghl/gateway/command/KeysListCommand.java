package ghl.gateway.command;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.access.key.KeyKind;
import ghl.gateway.access.key.Keys;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "Lists all keys, without what is secret of them.",
        mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {

    private static final String ROW = "%-12s  %-11s  %-24s  %-20s  %-20s  %-13s  %s%n";

    @Override
    public Integer call() {
        System.out.printf(ROW, "ID", "KIND", "MAY", "WHERE", "MADE", "LAST USED", "LABEL");
        KeysCommand.with(Keys::list).forEach(KeysListCommand::print);
        return 0;
    }

    private static void print(AccessKey key) {
        System.out.printf(
                ROW,
                key.id(),
                key.isRevoked() ? "revoked" : key.kind().name().toLowerCase(Locale.ROOT),
                may(key),
                key.kind() == KeyKind.SECRET ? key.locations() : String.join(" ", key.origins()),
                second(key.createdAt()),
                key.lastUsedAt() == null ? "never" : key.lastUsedAt().toString().substring(0, "2026-01-01T00".length()),
                key.label());
    }

    private static String may(AccessKey key) {
        return key.kind() == KeyKind.SECRET
                ? key.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" "))
                : "form " + key.form();
    }

    private static String second(Instant time) {
        return time.toString().substring(0, "2026-01-01T00:00:00".length()) + "Z";
    }
}
