package ghl.gateway.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.UsedHeap;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DocumentCacheTest {

    private final DocumentCache cache = new DocumentCache();

    @Test
    void valid_document_is_prepared_once() {
        AtomicInteger prepared = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            cache.get(key("{ a }"), () -> {
                prepared.incrementAndGet();
                return parsed("{ a }");
            });
        }

        assertThat(prepared).hasValue(1);
    }

    @Test
    void refused_document_is_not_kept() {
        var error = GraphqlErrorBuilder.newError().message("unknown").build();

        cache.get(key("{ a }"), () -> new PreparsedDocumentEntry(error));

        assertThat(cache.size()).isZero();
    }

    @Test
    void large_document_is_not_kept() {
        String fields = "{" + " a".repeat(1_900) + " }";

        cache.get(key(fields), () -> parsed(fields));

        assertThat(cache.size()).isZero();
    }

    /** A short field takes fifty times the memory of its text. */
    @Test
    void memory_of_documents_is_bounded() {
        String fields = " a".repeat(300);

        long growth = UsedHeap.growth(() -> {
            for (int i = 0; i < 5_000; i++) {
                String document = "query Q" + i + " {" + fields + " }";
                cache.get(key(document), () -> parsed(document));
            }
        });

        assertThat(cache.size()).isPositive();
        assertThat(growth).isLessThan(DocumentCache.MAX_BYTES);
    }

    private static DocumentCache.Key key(String document) {
        return new DocumentCache.Key(document, true);
    }

    private static PreparsedDocumentEntry parsed(String document) {
        return new PreparsedDocumentEntry(Parser.parse(document));
    }
}
