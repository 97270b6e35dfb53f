package ghl.gateway.security;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Packaged gateway with a key of the main location for each role, a key with all roles for all locations, a publishable key,
 * and OpenID tokens with the same rights.
 */
final class GuardedGateway implements AutoCloseable {

    static final String OWN = "sbxMainLocation00001";
    static final String FOREIGN = "sbxOtherLocation0001";
    static final String UNKNOWN = "sbxNowhere0000000001";
    static final String ORIGIN = "https://forms.example";

    static final List<String> ROLES = List.of("reader", "submitter", "operator", "remover");
    private static final String ALL = "everything";
    private static final String PERSON = "person with ";

    final GatewayProcess process;
    private final OpenIdProvider provider = new OpenIdProvider();
    private final Map<String, String> keys = new LinkedHashMap<>();

    GuardedGateway(Map<String, String> variables) {
        GatewayLaunch launch = GatewayLaunch.fresh()
                .with("HIGHLEVEL_BUDGET_BURST", "100000")
                .with("HIGHLEVEL_CACHE_TTL", "60s")
                .with("HIGHLEVEL_CATALOGUE_TTL", "60s")
                .with(provider.settings())
                .with(variables);
        GatewayCommands commands = new GatewayCommands(launch);
        for (String role : ROLES) {
            keys.put(role, commands.succeed("keys", "create", "--role", role, "--location", OWN, "--label", role));
            keys.put(PERSON + role, provider.token(List.of(role), List.of(OWN)));
        }
        List<String> all = new ArrayList<>(List.of("keys", "create", "--location", "*", "--label", "all"));
        ROLES.forEach(role -> all.addAll(List.of("--role", role)));
        keys.put(ALL, commands.succeed(all.toArray(String[]::new)));
        keys.put(PERSON + ALL, provider.token(ROLES, List.of("*")));
        keys.put(
                "publishable",
                commands.succeed("keys", "publish", "--form", "demo", "--origin", ORIGIN, "--label", "page"));
        process = launch.start();
        for (String location : List.of(OWN, FOREIGN)) {
            must(200, patch("/sandbox/_control/locations/" + location, "{\"searchLagMs\":0,\"burst\":1000000}"));
        }
    }

    /** @param who a role, {@code everything}, {@code publishable}; anything else has no key */
    String key(String who) {
        return keys.get(who);
    }

    /**
     * Names the callers who pass a check, in one line. Callers with a role are checked with a key and with a token; the line
     * says so when the results differ.
     */
    String whoOf(List<String> callers, Predicate<String> gets) {
        return callers.stream()
                .map(caller -> who(caller, gets))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String who(String caller, Predicate<String> gets) {
        boolean byKey = gets.test(caller);
        if (!keys.containsKey(PERSON + caller) || gets.test(PERSON + caller) == byKey) {
            return byKey ? caller : "";
        }
        return caller + (byKey ? "(by key only)" : "(as a person only)");
    }

    JsonPath ask(String who, String query) {
        HttpResponse<String> answer =
                Request.graphql(process, query).by(key(who)).send();
        return JsonPath.from(answer.body());
    }

    /** Creates a contact with a task, a note, tags and custom fields by a submission. */
    Sample sample(String location, String email) {
        String submission = "mutation { submitForm(input: {locationId: \"" + location + "\", wait: \"PT10S\", contact:"
                + " {email: \"" + email
                + "\", firstName: \"Ada\"}, tasks: {title: \"Call\", dueIn: \"P1D\"}, notes: {body:"
                + " \"Hello\"}, tags: [\"lead\"]}) { submission { id status contactId } tasks { id } notes { id } userErrors"
                + " { message } } }";
        JsonPath made = ask("everything", submission).setRootPath("data.submitForm");
        if (!"DONE".equals(made.getString("submission.status"))) {
            throw new AssertionError("The sample was not made: " + made.prettify());
        }
        return new Sample(
                location,
                email,
                made.getString("submission.contactId"),
                made.getString("tasks[0].id"),
                made.getString("notes[0].id"),
                made.getString("submission.id"));
    }

    /** IDs of a sample in one location. */
    record Sample(String location, String email, String contact, String task, String note, String submission) {}

    private Request patch(String path, String body) {
        return new Request(process, "PATCH", path, body, Map.of("Content-Type", "application/json"))
                .by(key("everything"));
    }

    private static void must(int status, Request request) {
        HttpResponse<String> answer = request.send();
        if (answer.statusCode() != status) {
            throw new AssertionError(request.path() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        process.close();
        provider.close();
    }
}
