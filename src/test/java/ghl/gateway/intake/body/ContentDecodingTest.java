package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Compressed bodies. */
class ContentDecodingTest {

    private static final String JSON = "{\"email\":\"ilse@example.com\",\"note\":\"" + "long ".repeat(100) + "\"}";

    @Example
    void compressed_body_is_decompressed() {
        for (String encoding : new String[] {"gzip", " X-GZIP", "", "identity"}) {
            assertThat(tree(gzip(JSON), encoding)).isEqualTo(JSON);
        }
        assertThat(tree(deflate(JSON, false), "deflate")).isEqualTo(JSON);
        assertThat(tree(deflate(JSON, false), "")).isEqualTo(JSON);
        assertThat(tree(deflate(JSON, true), "deflate")).isEqualTo(JSON);
    }

    /** A proxy decompressed it and left the header. */
    @Example
    void body_that_is_not_compressed_is_read_as_it_is() {
        assertThat(tree(JSON.getBytes(UTF_8), "gzip")).isEqualTo(JSON);
        assertThat(tree("x=1&b=2".getBytes(UTF_8), "")).isEqualTo("{\"x\":\"1\",\"b\":\"2\"}");
    }

    @Property(tries = 50)
    void members_of_gzip_are_one_body(@ForAll @IntRange(max = 500) int at) {
        byte[] first = gzip(JSON.substring(0, at));
        byte[] second = gzip(JSON.substring(at));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(tree(both, "gzip")).isEqualTo(JSON);
    }

    /** The JDK's reader calls itself for each empty one. */
    @Example
    void thousands_of_empty_members_are_malformed() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int member = 0; member < 10_000; member++) {
            members.write(gzip(""));
        }

        assertThatThrownBy(() -> tree(members.toByteArray(), "gzip"))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("members");
    }

    @Property(tries = 100)
    void cut_body_is_malformed(@ForAll @IntRange(min = 3, max = 40) int length) {
        assertThatThrownBy(() -> tree(Arrays.copyOf(gzip(JSON), length), "gzip"))
                .isInstanceOf(MalformedBodyException.class);
        assertThatThrownBy(() -> tree(Arrays.copyOf(deflate(JSON, true), length), "deflate"))
                .isInstanceOf(MalformedBodyException.class);
    }

    @Example
    void large_body_is_not_decompressed_further() {
        String large = " ".repeat(20 * 1024 * 1024);

        for (byte[] bomb : new byte[][] {gzip(large), deflate(large, false)}) {
            long before = allocated();
            assertThatThrownBy(() -> tree(bomb, ""))
                    .hasMessageContaining("at most 1048576 bytes")
                    .extracting(refused -> ((MalformedBodyException) refused).status())
                    .isEqualTo(413);

            assertThat(allocated() - before).isLessThan(10 * 1024 * 1024);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Example
    void unknown_encoding_is_refused() {
        for (String encoding : new String[] {"br", "zstd", "gzip, gzip"}) {
            assertThatThrownBy(() -> tree(JSON.getBytes(UTF_8), encoding))
                    .extracting(refused -> ((MalformedBodyException) refused).status())
                    .isEqualTo(415);
        }
    }

    private static String tree(byte[] body, String encoding) {
        return new RequestBody(body, "application/json", Map.of("content-encoding", encoding))
                .tree()
                .toString();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(String text, boolean isRaw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflate =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, isRaw))) {
            deflate.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
