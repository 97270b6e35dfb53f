package ghl.gateway.credential.oauth;

import ghl.gateway.credential.Owner;
import ghl.gateway.credential.TokenPair;
import java.time.Duration;
import java.util.List;

/**
 * A token that the vendor gave.
 *
 * @param owner whose it is; null when the answer does not say
 * @param companyId null when the answer does not say
 */
public record Grant(Owner owner, String companyId, TokenPair pair, Duration life, List<String> scopes) {}
