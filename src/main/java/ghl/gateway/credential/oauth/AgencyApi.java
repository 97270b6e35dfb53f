package ghl.gateway.credential.oauth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The vendor's endpoints for an agency's token, version 2021-07-28. Call them through {@link Agency}. */
@Path("/oauth")
@Produces(MediaType.APPLICATION_JSON)
public interface AgencyApi {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TokenJson(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") String refreshToken,
            @JsonProperty("expires_in") Long expiresIn,
            String scope) {

        /** Keeps the tokens out of logs and messages. */
        @Override
        public String toString() {
            return "TokenJson";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LocationsJson(List<LocationJson> locations, Integer count) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LocationJson(@JsonProperty("_id") String id, Boolean isInstalled) {}

    @POST
    @Path("/locationToken")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    TokenJson locationToken(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @FormParam("companyId") String companyId,
            @FormParam("locationId") String locationId);

    @GET
    @Path("/installedLocations")
    LocationsJson installedLocations(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("companyId") String companyId,
            @QueryParam("appId") String appId,
            @QueryParam("skip") int skip,
            @QueryParam("limit") int limit);
}
