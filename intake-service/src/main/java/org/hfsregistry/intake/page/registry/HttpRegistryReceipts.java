package org.hfsregistry.intake.page.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.util.List;
import org.hfsregistry.intake.page.ReceiptsAnswer;
import org.hfsregistry.intake.page.RegistryReceipts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** By HTTP, with the token of who asks. */
@Component
class HttpRegistryReceipts implements RegistryReceipts {

    private final RestClient registry;

    HttpRegistryReceipts(RegistryAddress address) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(address.patience())
                .build());
        requests.setReadTimeout(address.patience());
        this.registry = RestClient.builder()
                .baseUrl(address.registry().toString())
                .requestFactory(requests)
                .build();
    }

    @Override
    public ReceiptsAnswer of(List<String> outcomeIds, String bearer) {
        try {
            return registry.get()
                    .uri(uri -> uri.path("/v1/outcomes")
                            .queryParam("outcomeId", outcomeIds.toArray())
                            .build())
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer)
                    .accept(MediaType.APPLICATION_JSON)
                    .exchangeForRequiredValue((request, answer) -> read(
                            answer.getStatusCode(), new String(StreamUtils.copyToByteArray(answer.getBody()), UTF_8)));
        } catch (ResourceAccessException e) {
            return new ReceiptsAnswer.Away();
        }
    }

    private static ReceiptsAnswer read(HttpStatusCode status, String body) {
        if (status.isSameCodeAs(HttpStatus.OK)) {
            return new ReceiptsAnswer.Told(body);
        }
        return status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE) || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                ? new ReceiptsAnswer.Away()
                : new ReceiptsAnswer.Unfit(status.value());
    }
}
