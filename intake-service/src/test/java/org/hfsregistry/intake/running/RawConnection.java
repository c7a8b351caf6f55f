package org.hfsregistry.intake.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A client that sends the bytes it likes, when it likes, and waits for answers when it likes. */
public final class RawConnection implements AutoCloseable {

    private static final int HEX = 16;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** Connects. */
    public RawConnection(RunningIntake intake) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), intake.port());
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** What it was answered. */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** One of its headers. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** The head of a POST of a hospital; further headers are {@code Name: value}. */
    public static String head(RunningIntake intake, String hospitalId, String path, String... headers) {
        return """
                POST %s HTTP/1.1\r
                Host: intake\r
                Authorization: Bearer %s\r
                %s\r
                \r
                """.formatted(path, intake.tokens().hospital(hospitalId), String.join("\r\n", headers));
    }

    /** Sends a text in UTF-8. */
    public void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    /** Sends these bytes. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a chunk of a chunked body. */
    public void sendChunk(byte[] bytes) throws IOException {
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        send(bytes);
        send("\r\n");
    }

    /** Waits for the next answer, all of it. */
    public Answer answer() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(status[1]), headers, body(headers).toString(UTF_8));
    }

    private ByteArrayOutputStream body(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (int length = Integer.parseInt(line(), HEX); length > 0; length = Integer.parseInt(line(), HEX)) {
                body.writeBytes(exactly(length));
                line();
            }
            line();
        } else if (headers.containsKey("content-length")) {
            body.writeBytes(exactly(Integer.parseInt(headers.get("content-length"))));
        }
        return body;
    }

    /** Waits until the other side has closed the connection, and passes over what it says before. */
    public boolean isClosed() throws IOException {
        try {
            while (in.read() >= 0) {
                // what it says is of no interest
            }
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the answer broke off");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the answer broke off");
            }
            line.write(b);
        }
        return line.toString(UTF_8).strip();
    }

    /** Ends the connection, whatever is under way. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
