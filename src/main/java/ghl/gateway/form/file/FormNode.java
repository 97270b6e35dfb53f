package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.template.FormText;
import ghl.gateway.form.template.FormTextException;
import ghl.gateway.form.template.FormTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A part of a file that fits the schema, and where to tell what is wrong with it all the same.
 *
 * @param problems shared by all places of a file
 */
record FormNode(String path, JsonNode node, FormTexts templates, List<FormProblem> problems) {

    FormNode at(String field) {
        return new FormNode(path, node.path(field), templates, problems);
    }

    List<FormNode> each() {
        List<FormNode> all = new ArrayList<>();
        node.forEach(one -> all.add(new FormNode(path, one, templates, problems)));
        return all;
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    void problem(String message) {
        problems.add(new FormProblem(path, YamlTree.lineOf(node), message));
    }

    /** The text of a field, or something else where there is none. */
    String textOr(String field, String otherwise) {
        return node.hasNonNull(field) ? node.get(field).asText() : otherwise;
    }

    /** The template of a field; null where there is none, or it cannot work: then a problem is told. */
    FormText template(String field) {
        return at(field).template();
    }

    FormText template() {
        if (!isThere()) {
            return null;
        }
        try {
            return templates.read(node.asText());
        } catch (FormTextException e) {
            problem("\"" + shortened(node.asText()) + "\" " + e.getMessage());
            return null;
        }
    }

    /** The templates of all fields but some, in their order. */
    Map<String, FormText> templates(List<String> but) {
        Map<String, FormText> all = new LinkedHashMap<>();
        for (Entry<String, JsonNode> field : node.properties()) {
            if (!but.contains(field.getKey())) {
                all.put(field.getKey(), template(field.getKey()));
            }
        }
        return all;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
