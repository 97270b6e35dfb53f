package ghl.gateway.access.oidc;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.CallerIdentities;
import ghl.gateway.contact.LocationScope;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes a caller of whoever shows a token that Quarkus has verified: with the roles and locations of its claims alone. */
@ApplicationScoped
class OidcCallerAugmentor implements SecurityIdentityAugmentor {

    private static final int SUBJECT_LENGTH = 16;

    private final OidcConfig config;

    OidcCallerAugmentor(OidcConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.getPrincipal() instanceof JsonWebToken token ? person(token) : identity);
    }

    private SecurityIdentity person(JsonWebToken token) {
        Caller person = Caller.ofPerson(
                subject(token),
                ClaimReader.words(token, config.rolesClaim()).stream()
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                LocationScope.of(ClaimReader.words(token, config.locationsClaim())));
        return CallerIdentities.ofPerson(person, Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** The provider's subject may be somebody's e-mail address. */
    private static String subject(JsonWebToken token) {
        try {
            byte[] whom = (token.getIssuer() + " " + token.getSubject()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whom))
                    .substring(0, SUBJECT_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
