package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.template.FormText;
import ghl.gateway.form.template.FormTextException;
import ghl.gateway.form.template.FormTexts;
import ghl.gateway.submission.check.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.StreamSupport;

/**
 * A part of a file that matches the schema, with a place to report problems that the schema cannot express.
 *
 * @param problems shared by all nodes of a file
 */
record FormNode(String path, JsonNode node, FormTexts templates, List<FormProblem> problems) {

    FormNode at(String field) {
        return new FormNode(path, node.path(field), templates, problems);
    }

    List<FormNode> elements() {
        List<FormNode> all = new ArrayList<>();
        node.forEach(element -> all.add(new FormNode(path, element, templates, problems)));
        return all;
    }

    boolean isPresent() {
        return !node.isMissingNode();
    }

    void addProblem(String message) {
        problems.add(new FormProblem(path, YamlTree.lineOf(node), message));
    }

    /** The text of a field, or the default if it is missing. */
    String text(String field, String defaultText) {
        return node.hasNonNull(field) ? node.get(field).asText() : defaultText;
    }

    /** The template of a field; null if it is missing, or invalid, which adds a problem. */
    FormText template(String field) {
        return at(field).template();
    }

    FormText template() {
        if (!isPresent()) {
            return null;
        }
        try {
            return templates.parse(node.asText());
        } catch (FormTextException e) {
            addProblem("\"" + Texts.quote(node.asText().strip().replaceAll("\\s+", " ")) + "\" " + e.getMessage());
            return null;
        }
    }

    /** The templates of all fields except some, in the file's order. */
    Map<String, FormText> templates(List<String> except) {
        Map<String, FormText> all = new LinkedHashMap<>();
        for (Entry<String, JsonNode> field : node.properties()) {
            if (!except.contains(field.getKey())) {
                all.put(field.getKey(), template(field.getKey()));
            }
        }
        return all;
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
