package org.hfsregistry.intake.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A client that reads the answer while it sends the request, as curl does; Java's own reads nothing before it has sent
 * everything.
 */
public final class FullDuplexUpload implements AutoCloseable {

    private static final int HEX = 16;

    private final Socket socket;
    private final InputStream in;
    private int leftOfChunk;
    private boolean answered;

    private FullDuplexUpload(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends the head of a batch. */
    public static FullDuplexUpload begin(RunningIntake intake, String hospitalId, String parameters)
            throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port());
        FullDuplexUpload upload = new FullDuplexUpload(socket);
        upload.write("""
                POST /v1/outcomes/batch%s HTTP/1.1\r
                Host: intake\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Transfer-Encoding: chunked\r
                \r
                """.formatted(parameters, intake.tokens().hospital(hospitalId)));
        return upload;
    }

    /** Sends a part of the body. */
    public void send(String text) throws IOException {
        write(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
    }

    /** Ends the body. */
    public void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** Sends nothing more in the middle of the body, and waits until the other side is done with it and closes. */
    public void breakOff() throws IOException {
        socket.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Waits for the next line of the answer's body. */
    public String nextLine() throws IOException {
        if (!answered) {
            String status = headerLine();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(status);
            }
            while (!headerLine().isEmpty()) {
                // the headers do not matter here
            }
            answered = true;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = nextByte(); b != '\n'; b = nextByte()) {
            line.write(b);
        }
        return line.toString(UTF_8);
    }

    private int nextByte() throws IOException {
        if (leftOfChunk == 0) {
            String length = headerLine();
            leftOfChunk = Integer.parseInt(length.isEmpty() ? headerLine() : length, HEX);
        }
        int b = leftOfChunk == 0 ? -1 : in.read();
        if (b < 0) {
            throw new IOException("the answer broke off");
        }
        leftOfChunk--;
        return b;
    }

    private String headerLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the answer broke off");
            }
            line.write(b);
        }
        return line.toString(UTF_8).strip();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** Ends the connection, whatever is under way. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
