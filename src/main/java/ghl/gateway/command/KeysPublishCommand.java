package ghl.gateway.command;

import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.access.key.NewKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "publish",
        description = "Makes a publishable key, for a page: it may submit one form and nothing else.",
        mixinStandardHelpOptions = true)
final class KeysPublishCommand implements Callable<Integer> {

    @Option(names = "--form", required = true, description = "the form it may submit")
    private String form;

    @Option(
            names = "--origin",
            required = true,
            description = "where the page is, such as https://example.com; may be repeated")
    private Set<String> origins = new LinkedHashSet<>();

    @Option(names = "--per-minute", description = "submissions in a minute, from everywhere")
    private Integer perKey;

    @Option(names = "--per-address", description = "submissions in a minute, from one address")
    private Integer perAddress;

    @Option(names = "--label", required = true, description = "what it is for")
    private String label;

    @Override
    public Integer call() {
        NewKey order = NewKey.publishable(label, form, origins, new FormRates(perKey, perAddress));
        System.out.println(
                KeysCommand.with(keys -> keys.create(KeysCommand.ACTOR, order)).shown());
        return 0;
    }
}
