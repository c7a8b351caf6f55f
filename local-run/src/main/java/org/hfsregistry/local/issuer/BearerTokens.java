package org.hfsregistry.local.issuer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.local.http.LocalHttp;

/** Gets bearer tokens of the local issuer, as any client would. */
public final class BearerTokens {

    private final URI issuer;
    private final String credentials;

    /** With the client secret of the run. */
    public BearerTokens(URI issuer, String clientSecret) {
        this.issuer = issuer;
        String pair = LocalClient.ID + ":" + encoded(clientSecret);
        this.credentials = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** One that acts for a hospital. */
    public String hospital(String hospitalId) {
        return token(LocalClient.HOSPITAL_SCOPES, "&" + Claim.HOSPITAL_ID + "=" + encoded(hospitalId));
    }

    /** One that reads statistics under the researchers' rule. */
    public String researcher() {
        return token(LocalClient.RESEARCHER_SCOPES, "");
    }

    /** One that may do everything. */
    public String admin() {
        return token(LocalClient.ADMIN_SCOPES, "");
    }

    private String token(List<String> scopes, String more) {
        String form = "grant_type=client_credentials&scope=" + encoded(String.join(" ", scopes)) + more;
        return LocalHttp.post(
                        issuer.resolve("/oauth2/token"),
                        "Basic " + credentials,
                        "application/x-www-form-urlencoded",
                        form.getBytes(StandardCharsets.UTF_8))
                .json()
                .get("access_token")
                .asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
