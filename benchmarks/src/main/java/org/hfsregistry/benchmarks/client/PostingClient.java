package org.hfsregistry.benchmarks.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/**
 * Posts bodies one after the other over a connection that is kept. It does the least that HTTP/1.1 asks of a client: the two
 * cores are to be spent on the service that is measured.
 */
public final class PostingClient implements AutoCloseable {

    private static final int SENT_AT_ONCE = 65_536;

    /** A long proof says nothing for as long as it proves one hospital. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Connection connection;
    private final String head;

    public PostingClient(URI address, String path, String mediaType, String token) throws IOException {
        this(address, path, mediaType, token, PATIENCE);
    }

    /**
     * One that gives up.
     *
     * @param patience the longest silence that is waited for
     */
    public PostingClient(URI address, String path, String mediaType, String token, Duration patience)
            throws IOException {
        this.connection = new Connection(address, patience);
        this.head = "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                .formatted(path, address.getAuthority(), token, mediaType);
    }

    public Answer post(byte[] body) throws IOException {
        byte[] start = head(body.length);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        connection.out().write(request);
        return connection.answer();
    }

    /** Sends everything before it reads of the answer, as most clients do. */
    public Answer post(InputStream body, long length) throws IOException {
        connection.out().write(head(length));
        byte[] part = new byte[SENT_AT_ONCE];
        for (int read = body.read(part); read > 0; read = body.read(part)) {
            connection.out().write(part, 0, read);
        }
        return connection.answer();
    }

    private byte[] head(long length) {
        return (head + "Content-Length: " + length + "\r\n\r\n").getBytes(US_ASCII);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
