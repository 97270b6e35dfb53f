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

/** Parses HTML form bodies in memory with Netty's decoders. */
final class FormFields {

    private static final int MAX_FIELDS = 1000;

    private FormFields() {}

    static List<FormField> urlencoded(byte[] bytes) {
        QueryStringDecoder decoder = new QueryStringDecoder(
                new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MAX_FIELDS, true);
        try {
            return decoder.parameters().entrySet().stream()
                    .flatMap(parameter ->
                            parameter.getValue().stream().map(value -> new FormField(parameter.getKey(), value)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw MalformedBodyException.malformed(
                    "The body is not valid application/x-www-form-urlencoded: % must be followed by two hexadecimal digits");
        }
    }

    static List<FormField> multipart(byte[] bytes, String contentType) {
        MultipartBounds.check(bytes, contentType, MAX_FIELDS);
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(bytes));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        return decode(request, bytes.length);
    }

    /** Catches any runtime exception: the decoder throws many kinds for invalid input, even null pointers. */
    private static List<FormField> decode(FullHttpRequest request, int length) {
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MAX_FIELDS, length);
            List<InterfaceHttpData> parts = decoder.getBodyHttpDatas();
            if (parts.isEmpty()) {
                throw new ErrorDataDecoderException("no parts");
            }
            return parts.stream().flatMap(FormFields::field).toList();
        } catch (TooManyFormFieldsException e) {
            throw MalformedBodyException.malformed("The form has more than " + MAX_FIELDS + " fields");
        } catch (RuntimeException e) {
            throw MalformedBodyException.malformed(
                    "The body is not valid multipart/form-data with the boundary given in Content-Type");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** Skips a file input without a chosen file. */
    private static Stream<FormField> field(InterfaceHttpData data) {
        if (data instanceof FileUpload file) {
            return file.getFilename().isBlank()
                    ? Stream.empty()
                    : Stream.of(new FormField(file.getName(), file.getFilename()));
        }
        try {
            return Stream.of(new FormField(data.getName(), ((Attribute) data).getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException("In-memory form data cannot be read", e);
        }
    }
}
