package ghl.gateway.graph.cost;

import ghl.gateway.highlevel.read.NestedList;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.schema.GraphQLTypeUtil;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Root fields of a query with the nested lists of their contacts. Equal fields under two aliases count once. */
final class RootFields extends QueryVisitorStub {

    /** @param name name of the field, with the suffix {@code .contact} for the contacts of submissions */
    record Root(String name, Map<String, Object> arguments) {}

    private static final Map<String, NestedList> NESTED = Map.of(
            "tasks", NestedList.TASKS,
            "notes", NestedList.NOTES,
            "appointments", NestedList.APPOINTMENTS,
            "customFields", NestedList.CUSTOM_FIELDS);

    private final Map<Root, Set<NestedList>> nestedByRoot = new LinkedHashMap<>();

    @Override
    public void visitField(QueryVisitorFieldEnvironment field) {
        NestedList nested = NESTED.get(field.getField().getName());
        if (reads(field)) {
            nestedOf(field);
        } else if (nested != null && isIn("Contact", field)) {
            nestedOf(reader(field)).add(nested);
        }
    }

    void forEach(BiConsumer<Root, Set<NestedList>> action) {
        nestedByRoot.forEach(action);
    }

    /** Whether a field starts a read: root fields do, and a submission's contact. */
    private static boolean reads(QueryVisitorFieldEnvironment field) {
        return field.getParentEnvironment() == null
                || field.getField().getName().equals("contact") && isIn("Submission", field);
    }

    private static QueryVisitorFieldEnvironment reader(QueryVisitorFieldEnvironment field) {
        return reads(field) ? field : reader(field.getParentEnvironment());
    }

    private Set<NestedList> nestedOf(QueryVisitorFieldEnvironment reader) {
        QueryVisitorFieldEnvironment root = reader;
        while (root.getParentEnvironment() != null) {
            root = root.getParentEnvironment();
        }
        String name = root.getField().getName() + (root == reader ? "" : ".contact");
        return nestedByRoot.computeIfAbsent(
                new Root(name, root.getArguments()), first -> EnumSet.noneOf(NestedList.class));
    }

    private static boolean isIn(String type, QueryVisitorFieldEnvironment field) {
        return GraphQLTypeUtil.unwrapAll(field.getParentType()).getName().equals(type);
    }
}
