package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.RequestBody;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/**
 * A JSON web signature (HS256) whose claim {@code sha256} is the body's hexadecimal digest. The secret is used as text. No
 * timestamp is signed; the submission's id makes an old request a repeat.
 */
final class NetlifySignature implements Signature {

    @Override
    public String header() {
        return "X-Webhook-Signature";
    }

    @Override
    public Verdict check(RequestBody request, String secret, Instant now) {
        String received = request.header(header());
        if (received == null || received.isBlank()) {
            return Verdict.MISSING;
        }
        try {
            String digest = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setVerificationKey(new HmacKey(Hmac.bytes(secret)))
                    .setRelaxVerificationKeyValidation() // people choose shorter secrets than the standard wants
                    .setExpectedIssuer("netlify")
                    .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                    .build()
                    .processToClaims(received.strip())
                    .getClaimValue("sha256", String.class);
            return digest == null ? Verdict.WRONG : Signature.compare(DigestUtils.sha256Hex(request.bytes()), digest);
        } catch (InvalidJwtException | MalformedClaimException invalid) {
            return Verdict.WRONG;
        }
    }
}
