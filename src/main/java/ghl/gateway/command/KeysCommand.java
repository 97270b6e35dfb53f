package ghl.gateway.command;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.access.key.ApiKeyText;
import ghl.gateway.access.key.KeyKind;
import ghl.gateway.access.key.Keys;
import ghl.gateway.access.key.NewKey;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.storage.OpenDatabase;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a new key alone to standard output, so that scripts can capture it, and warnings to standard error. */
@Command(
        name = "keys",
        description = "Manages the access keys of callers. A running gateway notices a change within a second.",
        mixinStandardHelpOptions = true)
final class KeysCommand {

    /** Recorded in the audit log. */
    private static final String ACTOR = "command line";

    private static final String ROW = "%-12s  %-11s  %-24s  %-20s  %-20s  %-13s  %s%n";

    @Spec
    private CommandSpec spec;

    @Command(
            description = "Creates a secret key, for a server. The key is printed once and cannot be displayed again.",
            mixinStandardHelpOptions = true)
    void create(
            @Option(
                            names = "--role",
                            required = true,
                            description = "reader, submitter, operator or remover; repeatable")
                    List<String> roles,
            @Option(
                            names = "--location",
                            required = true,
                            description =
                                    "ID of a location that the key may access, or its name in the settings; repeatable; * for all")
                    List<String> locations,
            @Option(names = "--label", required = true, description = "purpose of the key") String label) {
        Set<Role> granted = roles.stream().map(KeysCommand::role).collect(Collectors.toSet());
        try (OpenDatabase database = Settings.database()) {
            LocationScope reach = KeyTargets.locations(locations, database, this::warn);
            print(keys(database).create(ACTOR, NewKey.secret(label, granted, reach)));
        }
    }

    @Command(
            description = "Creates a publishable key, for a page. It may only submit one form.",
            mixinStandardHelpOptions = true)
    void publish(
            @Option(names = "--form", required = true, description = "form that the key may submit") String form,
            @Option(
                            names = "--origin",
                            required = true,
                            description = "origin of the page, such as https://example.com; repeatable")
                    Set<String> origins,
            @Option(names = "--per-minute", description = "limit of submissions per minute, in total") Integer perKey,
            @Option(names = "--per-address", description = "limit of submissions per minute, from one address")
                    Integer perAddress,
            @Option(names = "--label", required = true, description = "purpose of the key") String label) {
        NewKey key = NewKey.publishable(label, form, origins, new FormRates(perKey, perAddress));
        KeyTargets.requireForm(form, this::warn);
        try (OpenDatabase database = Settings.database()) {
            print(keys(database).create(ACTOR, key));
        }
    }

    @Command(
            description = {
                "Creates another key with the same rights for the same caller, who keeps its idempotency keys.",
                "Both keys are valid until the old one is revoked."
            },
            mixinStandardHelpOptions = true)
    void rotate(@Parameters(paramLabel = "ID", description = "ID of the key to replace") String id) {
        try (OpenDatabase database = Settings.database()) {
            print(keys(database).rotate(ACTOR, id));
        }
    }

    @Command(description = "Revokes a key permanently.", mixinStandardHelpOptions = true)
    void revoke(@Parameters(paramLabel = "ID", description = "ID of the key, see keys list") String id) {
        try (OpenDatabase database = Settings.database()) {
            keys(database).revoke(ACTOR, id);
            System.out.println("Revoked: a running gateway refuses the key within a second.");
        }
    }

    @Command(description = "Lists all keys, without their secrets.", mixinStandardHelpOptions = true)
    void list() {
        System.out.printf(ROW, "ID", "KIND", "ROLES/FORM", "LOCATIONS/ORIGINS", "CREATED", "LAST USED", "LABEL");
        try (OpenDatabase database = Settings.database()) {
            keys(database).list().forEach(KeysCommand::printRow);
        }
    }

    private static Keys keys(OpenDatabase database) {
        return new Keys(database, Clock.systemUTC());
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--role must be reader, submitter, operator or remover (got \"" + word + "\")"));
    }

    private void warn(String message) {
        spec.commandLine().getErr().println("Warning: " + message);
    }

    private static void print(ApiKeyText key) {
        System.out.println(key.reveal());
    }

    private static void printRow(AccessKey key) {
        boolean isSecret = key.kind() == KeyKind.SECRET;
        System.out.printf(
                ROW,
                key.id(),
                key.isRevoked() ? "revoked" : key.kind().name().toLowerCase(Locale.ROOT),
                isSecret
                        ? key.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" "))
                        : "form " + key.form(),
                isSecret ? key.locations() : String.join(" ", key.origins()),
                key.createdAt().truncatedTo(ChronoUnit.SECONDS),
                key.lastUsedAt() == null ? "never" : key.lastUsedAt().toString().substring(0, "2026-01-01T00".length()),
                key.label());
    }
}
