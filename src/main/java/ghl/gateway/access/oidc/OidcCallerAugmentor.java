package ghl.gateway.access.oidc;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.CallerIdentities;
import ghl.gateway.contact.LocationScope;
import io.quarkus.runtime.util.HashUtil;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Derives the caller from a token that Quarkus has verified. Roles and locations come from its claims only. */
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
        // A digest, because the provider's subject may be an e-mail address.
        String subject = HashUtil.sha256(token.getIssuer() + " " + token.getSubject());
        Caller person = Caller.ofPerson(
                subject.substring(0, SUBJECT_LENGTH),
                ClaimReader.words(token, config.rolesClaim()).stream()
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                LocationScope.of(ClaimReader.words(token, config.locationsClaim())));
        return CallerIdentities.ofPerson(person, Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
