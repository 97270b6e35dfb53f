package ghl.gateway.graph.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Node;
import java.util.function.Supplier;

/**
 * Parsed and validated documents, bounded by the memory that they take. Refused documents are not kept: a client can send
 * any number of different ones, and each would hold a hundred errors.
 */
final class DocumentCache {

    /** Limit on the estimated size of all documents in bytes. A client sends few different ones. */
    static final int MAX_BYTES = 16_000_000;
    /** A larger document is not kept, because it would evict many others. Clients' templates are smaller. */
    private static final int MAX_DOCUMENT_BYTES = MAX_BYTES / 50;

    /** A node of the syntax tree with its location, its name and its lists of children. */
    private static final int BYTES_PER_NODE = 200;
    /** The text is held by the key, and the names and values in it by the nodes as well. */
    private static final int BYTES_PER_CHARACTER = 4;

    /** @param schemaVisible whether the document may use introspection */
    record Key(String query, boolean schemaVisible) {}

    private final Cache<Key, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher(DocumentCache::bytes)
            .executor(Runnable::run)
            .build();

    PreparsedDocumentEntry get(Key key, Supplier<PreparsedDocumentEntry> prepare) {
        PreparsedDocumentEntry known = documents.getIfPresent(key);
        if (known != null) {
            return known;
        }
        PreparsedDocumentEntry prepared = prepare.get();
        if (!prepared.hasErrors() && bytes(key, prepared) <= MAX_DOCUMENT_BYTES) {
            documents.put(key, prepared);
        }
        return prepared;
    }

    long size() {
        return documents.estimatedSize();
    }

    private static int bytes(Key key, PreparsedDocumentEntry entry) {
        return key.query().length() * BYTES_PER_CHARACTER + nodes(entry.getDocument()) * BYTES_PER_NODE;
    }

    private static int nodes(Node<?> node) {
        int nodes = 1;
        for (Node<?> child : node.getChildren()) {
            nodes += nodes(child);
        }
        return nodes;
    }
}
