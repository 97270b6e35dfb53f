package ghl.gateway.intake.body;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a browser's form sends, read by Netty's decoders, in memory. */
final class FormFields {

    private static final int MOST = 1000;

    private FormFields() {}

    static List<FormField> urlencoded(byte[] bytes) {
        QueryStringDecoder decoder = new QueryStringDecoder(
                new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST, true);
        try {
            return decoder.parameters().entrySet().stream()
                    .flatMap(parameter ->
                            parameter.getValue().stream().map(value -> new FormField(parameter.getKey(), value)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw MalformedBodyException.broken("The form is not urlencoded: a % is followed by no two digits");
        }
    }

    static List<FormField> multipart(byte[] bytes, String contentType) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(bytes));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        return decoded(request, bytes.length);
    }

    /** Of what is no such form the decoder complains in many ways, null pointers among them. */
    private static List<FormField> decoded(FullHttpRequest request, int length) {
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MOST, length);
            List<InterfaceHttpData> parts = decoder.getBodyHttpDatas();
            if (parts.isEmpty()) {
                throw new ErrorDataDecoderException("no parts");
            }
            return parts.stream().flatMap(FormFields::field).toList();
        } catch (TooManyFormFieldsException e) {
            throw MalformedBodyException.broken("The form has more than " + MOST + " fields");
        } catch (RuntimeException e) {
            throw MalformedBodyException.broken(
                    "The form is not multipart/form-data in parts with the boundary that its Content-Type says");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** Nothing of a file that nobody chose. */
    private static Stream<FormField> field(InterfaceHttpData data) {
        if (data instanceof FileUpload file) {
            return file.getFilename().isBlank()
                    ? Stream.empty()
                    : Stream.of(new FormField(file.getName(), file.getFilename()));
        }
        try {
            return Stream.of(new FormField(data.getName(), ((Attribute) data).getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be read", e);
        }
    }
}
