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
    void the_first_that_fits_is_taken(String accept, ResponseType type) {
        assertThat(ResponseType.negotiate(parse(accept))).contains(type);
    }

    @Test
    void the_callers_order_counts() {
        assertThat(ResponseType.negotiate(parse("application/graphql-response+json", "application/json;q=0.9")))
                .contains(ResponseType.GRAPHQL_RESPONSE);
    }

    @Test
    void without_a_wish_it_is_plain_json() {
        assertThat(ResponseType.negotiate(List.of())).contains(ResponseType.JSON);
    }

    @Test
    void who_takes_neither_gets_neither() {
        assertThat(ResponseType.negotiate(parse("text/html"))).isEmpty();
    }

    private static List<MIMEHeader> parse(String... accepted) {
        return Stream.of(accepted)
                .map(text -> (MIMEHeader) new ParsableMIMEValue(text).forceParse())
                .toList();
    }
}
