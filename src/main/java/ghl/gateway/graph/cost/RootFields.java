package ghl.gateway.graph.cost;

import ghl.gateway.highlevel.Nested;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.schema.GraphQLTypeUtil;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The roots of a query with what is asked of the contacts below each. Two aliases of the same are one. */
final class RootFields extends QueryVisitorStub {

    record Root(String name, Map<String, Object> arguments) {}

    private static final Map<String, Nested> NESTED = Map.of(
            "tasks", Nested.TASKS,
            "notes", Nested.NOTES,
            "appointments", Nested.APPOINTMENTS,
            "customFields", Nested.CUSTOM_FIELDS);

    private final Map<Root, Set<Nested>> nestedByRoot = new LinkedHashMap<>();

    @Override
    public void visitField(QueryVisitorFieldEnvironment field) {
        Nested nested = NESTED.get(field.getField().getName());
        if (field.getParentEnvironment() == null) {
            nestedOf(field);
        } else if (nested != null && isContact(field)) {
            nestedOf(root(field)).add(nested);
        }
    }

    void forEach(BiConsumer<Root, Set<Nested>> each) {
        nestedByRoot.forEach(each);
    }

    private Set<Nested> nestedOf(QueryVisitorFieldEnvironment root) {
        return nestedByRoot.computeIfAbsent(
                new Root(root.getField().getName(), root.getArguments()), first -> EnumSet.noneOf(Nested.class));
    }

    private static QueryVisitorFieldEnvironment root(QueryVisitorFieldEnvironment field) {
        QueryVisitorFieldEnvironment root = field;
        while (root.getParentEnvironment() != null) {
            root = root.getParentEnvironment();
        }
        return root;
    }

    private static boolean isContact(QueryVisitorFieldEnvironment field) {
        return GraphQLTypeUtil.unwrapAll(field.getParentType()).getName().equals("Contact");
    }
}
