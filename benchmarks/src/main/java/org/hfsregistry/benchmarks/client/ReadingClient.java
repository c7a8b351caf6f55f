package org.hfsregistry.benchmarks.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Gets one thing after the other over a connection that is kept, with as little work as {@link PostingClient}. */
public final class ReadingClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final String authority;

    public ReadingClient(URI address) throws IOException {
        this.connection = new Connection(address, PATIENCE);
        this.authority = address.getAuthority();
    }

    /**
     * Gets one thing.
     *
     * @param headers lines of a head, each with its break
     */
    public Answer get(String path, String headers) throws IOException {
        send(path, headers);
        return connection.answer();
    }

    /** Begins to get what has lines and no end; they are read by {@link #line()}, those of the answer's head first. */
    public void open(String path, String headers) throws IOException {
        send(path, headers);
    }

    /** The next line. */
    public String line() throws IOException {
        return connection.line();
    }

    private void send(String path, String headers) throws IOException {
        connection
                .out()
                .write("GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                        .formatted(path, authority, headers)
                        .getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
