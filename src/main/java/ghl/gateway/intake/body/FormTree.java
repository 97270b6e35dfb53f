package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nests fields as PHP does: {@code a[b][c]} and {@code a[]}. Other names are kept as they are. Nothing is lost: a repeated
 * name has a list of texts, and a text whose name has nested fields as well is one of them.
 */
final class FormTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NESTED = Pattern.compile("([^\\[\\]]++)((?:\\[[^\\[\\]]*+\\])++)");
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

    /** Of all names. Each may need memory of its own, so that further names are not nested. */
    private static final int MAX_KEYS = 50_000;

    /** The key of {@code []}: the next number. */
    private static final String NEXT = null;

    /** Lists of the texts of a name, and nested fields. */
    private final Map<String, Object> children = new LinkedHashMap<>();

    private int next;

    private FormTree() {}

    /** The fields as an object. */
    static JsonNode of(List<FormField> fields) {
        FormTree root = new FormTree();
        int keys = 0;
        for (FormField field : fields) {
            List<String> path = path(field.name());
            keys += path.size();
            if (keys > MAX_KEYS) {
                path = List.of(field.name());
            }
            FormTree tree = root;
            for (String key : path.subList(0, path.size() - 1)) {
                tree = tree.nested(key);
            }
            tree.add(path.get(path.size() - 1), field.value());
        }
        return root.object();
    }

    /** Keys from the outside to the inside. */
    private static List<String> path(String name) {
        Matcher nested = NESTED.matcher(name);
        if (!nested.matches()) {
            return List.of(name);
        }
        List<String> path = new ArrayList<>();
        path.add(nested.group(1));
        String brackets = nested.group(2);
        for (String key : brackets.substring(1, brackets.length() - 1).split("]\\[", -1)) {
            path.add(key.isBlank() ? NEXT : key);
        }
        return path.size() < JsonText.MAX_DEPTH ? path : List.of(name);
    }

    private FormTree nested(String key) {
        String used = used(key);
        Object child = children.get(used);
        if (child instanceof FormTree tree) {
            return tree;
        }
        FormTree tree = new FormTree();
        if (child != null) {
            texts(child).forEach(text -> tree.add(NEXT, text));
        }
        children.put(used, tree);
        return tree;
    }

    private void add(String key, String value) {
        Object child = children.computeIfAbsent(used(key), missing -> new ArrayList<String>());
        if (child instanceof FormTree tree) {
            tree.add(NEXT, value);
        } else {
            texts(child).add(value);
        }
    }

    private String used(String key) {
        if (key == NEXT) {
            return String.valueOf(next++);
        }
        if (INDEX.matcher(key).matches()) {
            next = Math.max(next, Integer.parseInt(key) + 1);
        }
        return key;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object child) {
        return (List<String>) child;
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        children.forEach((key, child) -> object.set(key, json(child)));
        return object;
    }

    private static JsonNode json(Object child) {
        if (child instanceof FormTree tree) {
            return tree.isList() ? tree.array() : tree.object();
        }
        List<String> texts = texts(child);
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return texts.size() == 1 ? array.get(0) : array;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        children.values().forEach(child -> array.add(json(child)));
        return array;
    }

    /** Whether the keys are the numbers from zero, in order. */
    private boolean isList() {
        int number = 0;
        for (String key : children.keySet()) {
            if (!key.equals(String.valueOf(number++))) {
                return false;
            }
        }
        return true;
    }
}
