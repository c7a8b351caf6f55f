package org.hfsregistry.benchmarks.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * Posts bodies one after the other over a connection that is kept. It does the least that HTTP/1.1 asks of a client: the two
 * cores are to be spent on the service that is measured.
 */
public final class PostingClient implements AutoCloseable {

    private static final int SENT_AT_ONCE = 65_536;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String head;

    public PostingClient(URI address, String path, String mediaType, String token) throws IOException {
        this.socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream());
        this.head = "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                .formatted(path, address.getAuthority(), token, mediaType);
    }

    /** An answer, once all of it was read. */
    public record Answer(int status, String text) {}

    public Answer post(byte[] body) throws IOException {
        byte[] start = head(body.length);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        out.write(request);
        return answer();
    }

    /** Sends everything before it reads of the answer, as most clients do. */
    public Answer post(InputStream body, long length) throws IOException {
        out.write(head(length));
        byte[] part = new byte[SENT_AT_ONCE];
        for (int read = body.read(part); read > 0; read = body.read(part)) {
            out.write(part, 0, read);
        }
        return answer();
    }

    private byte[] head(long length) {
        return (head + "Content-Length: " + length + "\r\n\r\n").getBytes(US_ASCII);
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        return new Answer(status, new String(chunked ? chunks() : in.readNBytes(length), UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            all.write(in.readNBytes(length));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the service closed the connection");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
