package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects that describe an uploaded file: with its address, or with its content in Base64. */
final class UploadedFile {

    private static final List<String> ADDRESSES =
            List.of("url", "link", "href", "downloadUrl", "download_url", "file_url", "File");
    private static final List<String> NAMES = List.of("filename", "fileName", "file_name", "name", "Name");
    private static final List<String> CONTENTS = List.of("content", "contents", "data", "base64");

    /** One of these distinguishes a file from a link. A size does only beside nothing but what files have. */
    private static final List<String> FILE_ONLY = List.of(
            "filename", "fileName", "file_name", "mimeType", "mime_type", "mimetype", "contentType", "documentId");

    private static final List<String> SIZES = List.of("size", "Size");
    private static final List<String> DETAILS =
            List.of("id", "Id", "type", "ext", "extension", "key", "path", "lastModified");

    private UploadedFile() {}

    /** The file's address, or its name without one; empty for anything but a file. */
    static Optional<String> of(JsonNode value) {
        if (!value.isObject() || !isDescribed(value)) {
            return Optional.empty();
        }
        return first(value, ADDRESSES)
                .filter(UploadedFile::isAddress)
                .or(() -> CONTENTS.stream().anyMatch(value::has) ? first(value, NAMES) : Optional.empty());
    }

    private static boolean isDescribed(JsonNode value) {
        return FILE_ONLY.stream().anyMatch(value::has)
                || SIZES.stream().anyMatch(value::has)
                        && value.properties().stream().map(Map.Entry::getKey).allMatch(key -> Stream.of(
                                        ADDRESSES, NAMES, CONTENTS, SIZES, DETAILS)
                                .anyMatch(names -> names.contains(key)));
    }

    static boolean isFile(JsonNode value) {
        return of(value).isPresent();
    }

    static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private static Optional<String> first(JsonNode object, List<String> names) {
        return names.stream()
                .map(object::path)
                .filter(text -> text.isTextual() && !text.asText().isBlank())
                .map(JsonNode::asText)
                .findFirst();
    }
}
