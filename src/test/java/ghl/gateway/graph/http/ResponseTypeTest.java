package ghl.gateway.graph.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTypeTest {

    @ParameterizedTest
    @CsvSource({
        "*/*, JSON",
        "application/*, JSON",
        "application/json, JSON",
        "application/graphql-response+json, GRAPHQL_RESPONSE",
        "application/graphql-response+json;q=0.9, GRAPHQL_RESPONSE"
    })
    void first_matching_type_is_chosen(String accept, ResponseType type) {
        assertThat(ResponseType.negotiate(parse(accept))).contains(type);
    }

    @Test
    void caller_preference_decides() {
        assertThat(ResponseType.negotiate(parse("application/graphql-response+json", "application/json;q=0.9")))
                .contains(ResponseType.GRAPHQL_RESPONSE);
    }

    @Test
    void missing_accept_header_means_json() {
        assertThat(ResponseType.negotiate(List.of())).contains(ResponseType.JSON);
    }

    @Test
    void unsupported_type_matches_nothing() {
        assertThat(ResponseType.negotiate(parse("text/html"))).isEmpty();
    }

    private static List<MIMEHeader> parse(String... accepted) {
        return Stream.of(accepted)
                .map(text -> (MIMEHeader) new ParsableMIMEValue(text).forceParse())
                .toList();
    }
}
