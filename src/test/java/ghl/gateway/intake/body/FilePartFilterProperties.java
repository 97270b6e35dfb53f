package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Contents of files, and nothing else, are dropped from a body, however it arrives. */
class FilePartFilterProperties {

    private static final String TYPE = "multipart/form-data; boundary=\"a.b\"";

    /** @param content of a file or a field */
    record Part(String name, boolean isFile, String content) {

        String text(String actualContent) {
            return "--a.b\r\nContent-Disposition: form-data; name=\"" + name + "\""
                    + (isFile ? "; filename=\"f of " + name + "\"\r\nContent-Type: image/png" : "") + "\r\n\r\n"
                    + actualContent + "\r\n";
        }
    }

    @Property(tries = 500)
    void only_contents_of_files_are_dropped(@ForAll("parts") List<Part> parts, @ForAll("chunks") List<Integer> chunks) {
        StringBuilder whole = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (Part part : parts) {
            whole.append(part.text(part.content));
            expected.append(part.text(part.isFile ? "" : part.content));
        }

        assertThat(filter(whole + "--a.b--\r\n", chunks)).isEqualTo(expected + "--a.b--\r\n");
    }

    @Property(tries = 500)
    void chunks_do_not_matter(@ForAll("anything") String body, @ForAll("chunks") List<Integer> chunks) {
        String kept = filter(body, chunks);

        assertThat(kept).isEqualTo(filter(body, List.of(Integer.MAX_VALUE)));
        assertThat(result(kept)).isEqualTo(result(body));
    }

    /** Netty's decoder finds the same fields, except that it takes lines that begin like a delimiter for one. */
    @Property(tries = 500)
    void parts_are_read_as_by_another_decoder(@ForAll("parts") List<Part> parts) {
        Assume.that(parts.stream().noneMatch(part -> part.content.contains("--a.b")));
        StringBuilder body = new StringBuilder();
        parts.forEach(part -> body.append(part.text(part.content)));
        List<FormField> expected = byNetty(body + "--a.b--\r\n");

        assertThat(new RequestBody((body + "--a.b--\r\n").getBytes(ISO_8859_1), TYPE, Map.of()).tree())
                .isEqualTo(FormTree.of(expected));
    }

    @Example
    void large_file_takes_no_memory() {
        FilePartFilter filter = new FilePartFilter(TYPE);
        Part field = new Part("email", false, "a@example.com");
        long kept =
                filter.keep(Buffer.buffer(new Part("photo", true, "").text(""))).length();
        Buffer chunk = Buffer.buffer(new byte[64 * 1024]);
        for (int i = 0; i < 20 * 16; i++) {
            kept += filter.keep(chunk).length();
        }
        kept += filter.keep(Buffer.buffer("\r\n" + field.text(field.content))).length();
        kept += filter.end().length();

        assertThat(kept).isLessThan(400);
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c[]", "d e");
        return Combinators.combine(names, Arbitraries.of(true, false), contents())
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                        contents(),
                        Arbitraries.of(
                                "--a.b", "--a.b\r\n", "--a.b\n", "--a.b--", "\r\n", "Content-Disposition:form-data;"),
                        Arbitraries.of("name=a", ";filename=b", "\r\n\r\n", "\n\n", "--other\r\n"))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<List<Integer>> chunks() {
        return Arbitraries.of(1, 2, 3, 5, 17, 1023, 1024, 5000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<String> contents() {
        Arbitrary<String> lines = Arbitraries.of(
                "",
                "x",
                "\r",
                "\n",
                "\r\n",
                "--",
                "--a.",
                "--a.bc",
                " --a.b",
                "\u00ff",
                "\0",
                "-".repeat(1022) + "\r",
                "y".repeat(1024),
                "z".repeat(1023) + "\r\n");
        return lines.list().ofMaxSize(6).map(list -> String.join("", list));
    }

    /** @param chunks sizes, from the first on again after the last */
    private static String filter(String body, List<Integer> chunks) {
        Buffer bytes = Buffer.buffer(body.getBytes(ISO_8859_1));
        FilePartFilter filter = new FilePartFilter(TYPE);
        Buffer kept = Buffer.buffer();
        int at = 0;
        for (int i = 0; at < bytes.length(); i++) {
            int end = (int) Math.min(bytes.length(), (long) at + chunks.get(i % chunks.size()));
            kept.appendBuffer(filter.keep(bytes.slice(at, end)));
            at = end;
        }
        return kept.appendBuffer(filter.end()).toString(ISO_8859_1);
    }

    private static String result(String body) {
        RequestBody request = new RequestBody(body.getBytes(ISO_8859_1), TYPE, Map.of());
        try {
            return request.tree() + " " + request.files();
        } catch (MalformedBodyException e) {
            return e.getMessage();
        }
    }

    private static List<FormField> byNetty(String body) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body.getBytes(ISO_8859_1)));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, TYPE);
        HttpPostMultipartRequestDecoder decoder =
                new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request, UTF_8);
        try {
            List<FormField> fields = new ArrayList<>();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                fields.add(new FormField(data.getName(), value(data)));
            }
            return fields;
        } finally {
            decoder.destroy();
        }
    }

    private static String value(InterfaceHttpData data) {
        try {
            return data instanceof FileUpload file
                    ? file.getFilename()
                    : BodyText.decodePart(((Attribute) data).get(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
