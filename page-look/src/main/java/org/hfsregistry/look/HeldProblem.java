package org.hfsregistry.look;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** An answer that goes its way unless it is a problem: that is held back, for a person to get a page in its place. */
final class HeldProblem extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    private boolean held;

    HeldProblem(HttpServletResponse response) {
        super(response);
    }

    /** Whether the answer is a problem. */
    boolean isHeld() {
        return held;
    }

    /** The problem, in JSON. */
    byte[] body() {
        writer.flush();
        return body.toByteArray();
    }

    @Override
    public void setContentType(@Nullable String type) {
        held = type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (!held) {
            super.setContentType(type);
        }
    }

    @Override
    public @Nullable String getContentType() {
        return held ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : super.getContentType();
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            setContentType(value);
        } else if (!isOfHeldBody(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            setContentType(value);
        } else if (!isOfHeldBody(name)) {
            super.addHeader(name, value);
        }
    }

    private boolean isOfHeldBody(String name) {
        return held && name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH);
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!held) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return held ? new IntoBody() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return held ? writer : super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!held) {
            super.flushBuffer();
        }
    }

    private final class IntoBody extends ServletOutputStream {
        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            body.write(octets, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a problem is written at once");
        }
    }
}
