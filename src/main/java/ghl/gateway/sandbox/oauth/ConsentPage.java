package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxState;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The consent page: offers agencies and locations, and redirects the browser with a code for the chosen one. */
final class ConsentPage {

    private static final long CODE_LIVES_MS = 60_000;
    private static final List<String> CARRIED = List.of("redirect_uri", "client_id", "scope", "state", "response_type");

    /** Allows redirects to this machine only; otherwise a sandbox would be an open redirect. */
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private static final Template PAGE = Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build()
            .parse("""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox: choose</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><style>
            :root { color-scheme: light dark }
            body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
            main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem }
            code { overflow-wrap: anywhere }
            button { font: inherit; width: 100%; min-height: 2.75rem; padding: .5rem 1rem; text-align: left }
            </style></head><main><h1>Install the app?</h1>
            <p>This is the sandbox's consent page. The app asks for:</p><p><code>{scope}</code></p>
            <form action="consent" method="get">
            {#for field in carried.entrySet}<input type="hidden" name="{field.key}" value="{field.value}">{/for}
            {#for choice in choices.entrySet}
            <p><button name="choice" value="{choice.key}">{choice.value}</button></p>
            {/for}
            </form></main></html>
            """, Variant.forContentType(Variant.TEXT_HTML));

    /** Without {@code form-action}: the form's answer redirects to the gateway, which may have another port. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    private final SandboxState state;
    private final Supplier<OAuthSettings> settings;
    private final Clock clock;

    ConsentPage(SandboxState state, Supplier<OAuthSettings> settings, Clock clock) {
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    SandboxReply choose(Call call) {
        check(call);
        Map<String, String> carried = new LinkedHashMap<>();
        CARRIED.forEach(name -> carried.put(name, call.query(name).orElse("")));
        Map<String, String> choices = new LinkedHashMap<>();
        companies().forEach(id -> choices.put("company/" + id, "The agency " + id));
        locations().forEach(location -> choices.put("location/" + location.id(), location.name()));
        choices.put("refuse", "Refuse");
        String page = PAGE.data("scope", call.query("scope").orElse("nothing"))
                .data("carried", carried)
                .data("choices", choices)
                .render();
        return SandboxReply.page(page).with(Map.of("Content-Security-Policy", POLICY));
    }

    SandboxReply consent(Call call) {
        check(call);
        String choice = call.query("choice").orElse("");
        if (choice.equals("refuse")) {
            return back(call, Map.of("error", "access_denied"));
        }
        Installation installation = installation(choice, granted(call));
        String code = "sbx-code-" + Ids.next();
        ObjectNode kept = SandboxJson.object()
                .put("id", code)
                .put("redirectUri", call.query("redirect_uri").orElseThrow())
                .put("expiresAt", clock.millis() + CODE_LIVES_MS);
        kept.set("installation", installation.toJson());
        state.put(Kind.AUTHORIZATION_CODE, kept);
        return back(call, Map.of("code", code));
    }

    private Installation installation(String choice, List<String> scopes) {
        String id = choice.substring(choice.indexOf('/') + 1);
        if (choice.startsWith("company/") && companies().anyMatch(id::equals)) {
            return new Installation(id, null, scopes);
        }
        return locations()
                .filter(location -> choice.equals("location/" + location.id()))
                .findFirst()
                .map(location -> new Installation(location.companyId(), location.id(), scopes))
                .orElseThrow(() -> SandboxRefusal.badRequest("choice must be company/ID, location/ID or refuse"));
    }

    private List<String> granted(Call call) {
        return Stream.of(call.query("scope").orElse("").split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .filter(scope -> !settings.get().withheldScopes().contains(scope))
                .toList();
    }

    private void check(Call call) {
        if (!call.query("client_id").equals(Optional.of(settings.get().clientId()))) {
            throw SandboxRefusal.badRequest("Unknown client_id");
        }
        if (!call.query("response_type").equals(Optional.of("code"))) {
            throw SandboxRefusal.badRequest("response_type must be code");
        }
        if (!isOnThisMachine(call.query("redirect_uri").orElse(""))) {
            throw SandboxRefusal.badRequest("redirect_uri must be an address of this machine");
        }
    }

    private static boolean isOnThisMachine(String uri) {
        try {
            String host = URI.create(uri).getHost();
            return host != null && THIS_MACHINE.matcher(host).matches();
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private Stream<SandboxLocation> locations() {
        return state.all(Kind.LOCATION).stream().map(SandboxLocation::from);
    }

    private Stream<String> companies() {
        return locations().map(SandboxLocation::companyId).distinct();
    }

    private static SandboxReply back(Call call, Map<String, String> outcome) {
        String target = call.query("redirect_uri").orElseThrow();
        Stream<String> state = call.query("state").map(text -> "state=" + encoded(text)).stream();
        Stream<String> parameters =
                outcome.entrySet().stream().map(part -> part.getKey() + "=" + encoded(part.getValue()));
        String query = Stream.concat(parameters, state).collect(Collectors.joining("&"));
        return SandboxReply.redirect(target + (target.contains("?") ? "&" : "?") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
