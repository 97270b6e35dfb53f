package ghl.gateway.graph.execution;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Adds "Did you mean" to errors about unknown fields, for callers who may see the schema. */
record Suggestions(GraphQLSchema schema) {

    /** Error message of graphql-java. */
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("Field '(\\w{1,40})' in type '(\\w+)' is undefined");

    private static final int TOO_FAR = -1;

    /** Returns the entry unchanged when the document has a syntax error. */
    PreparsedDocumentEntry addTo(PreparsedDocumentEntry entry) {
        return entry.hasErrors() && entry.getDocument() != null
                ? new PreparsedDocumentEntry(
                        entry.getDocument(),
                        entry.getErrors().stream().map(this::withSuggestion).toList())
                : entry;
    }

    private GraphQLError withSuggestion(GraphQLError error) {
        Matcher unknown = UNKNOWN_FIELD.matcher(error.getMessage());
        return unknown.find()
                ? nearest(unknown.group(1), unknown.group(2))
                        .map(field -> withSuggestion(error, field))
                        .orElse(error)
                : error;
    }

    private static GraphQLError withSuggestion(GraphQLError error, String field) {
        return GraphqlErrorBuilder.newError()
                .message("%s. Did you mean '%s'?", error.getMessage(), field)
                .locations(error.getLocations())
                .errorType(error.getErrorType())
                .build();
    }

    private Optional<String> nearest(String name, String type) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, name.length() / 3));
        return schema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .filter(field -> distance.apply(name, field) != TOO_FAR)
                        .min(Comparator.comparingInt(field -> distance.apply(name, field)))
                : Optional.empty();
    }
}
