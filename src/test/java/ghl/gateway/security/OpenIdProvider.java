package ghl.gateway.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal OpenID provider: discovery document, public key, tokens. */
final class OpenIdProvider implements AutoCloseable {

    static final String AUDIENCE = "ghl-gateway";

    private static final String KEY_ID = "test";

    private final HttpServer server;
    private final KeyPair keys = keys();
    private final KeyPair othersKeys = keys();
    private final AtomicInteger introspections = new AtomicInteger();

    OpenIdProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorize", "introspection_endpoint": "%1$s/introspect"}
                """.formatted(url())));
        server.createContext("/keys", exchange -> answer(exchange, jwks()));
        server.createContext("/introspect", exchange -> {
            introspections.incrementAndGet();
            answer(exchange, "{\"active\": false}");
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Settings of a gateway that accepts its tokens. */
    Map<String, String> settings() {
        return Map.of("GATEWAY_OIDC_URL", url(), "GATEWAY_OIDC_AUDIENCE", AUDIENCE);
    }

    /** Number of introspection requests. */
    int introspections() {
        return introspections.get();
    }

    String token(List<String> roles, List<String> locations) {
        return signed(claims().claim("roles", roles).claim("locations", locations));
    }

    String tokenFor(String audience) {
        return signed(
                claims().audience(audience).claim("roles", List.of("reader")).claim("locations", List.of("*")));
    }

    String expiredToken() {
        return signed(claims().claim("roles", List.of("reader"))
                .claim("locations", List.of("*"))
                .issuedAt(System.currentTimeMillis() / 1000 - 7200)
                .expiresAt(System.currentTimeMillis() / 1000 - 3600));
    }

    /** @param expiry in seconds, possibly beyond what a date can hold */
    String tokenUntil(long expiry) {
        return signed(
                claims().expiresAt(expiry).claim("roles", List.of("reader")).claim("locations", List.of("*")));
    }

    String tokenOfAnotherSigner() {
        return claims().claim("roles", List.of("reader"))
                .claim("locations", List.of("*"))
                .jws()
                .keyId(KEY_ID)
                .sign(othersKeys.getPrivate());
    }

    String tokenWithoutSubject() {
        return signed(Jwt.issuer(url())
                .audience(AUDIENCE)
                .expiresIn(Duration.ofMinutes(5))
                .claim("roles", List.of("reader"))
                .claim("locations", List.of("*")));
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer(url()).subject("ada@example.com").audience(AUDIENCE).expiresIn(Duration.ofMinutes(30));
    }

    private String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(keys.getPrivate());
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"alg\": \"RS256\", \"kid\": \"" + KEY_ID
                + "\", \"n\": \"" + number(key.getModulus()) + "\", \"e\": \"" + number(key.getPublicExponent())
                + "\"}]}";
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, sign, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
