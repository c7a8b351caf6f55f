package org.hfsregistry.intake.batch.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.http.ClientGone;
import org.hfsregistry.intake.http.UploadTooSlow;

/** The body of a batch, of bounded length; says where it can't be read on, and why. */
final class BatchBody extends FilterInputStream {

    private final long most;
    private long total;

    BatchBody(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            int read = super.read(bytes, offset, Math.clamp(most - total, 1, length));
            if (read > 0 && total == most) {
                throw new BrokenOff(new Fault(
                        "BATCH_TOO_LONG",
                        "",
                        null,
                        "the batch has more than " + most + " bytes, counted unzipped",
                        "send the rest as another batch"));
            }
            total += Math.max(read, 0);
            return read;
        } catch (ClientGone | BrokenOff e) {
            throw e;
        } catch (UploadTooSlow e) {
            throw new BrokenOff(UploadTooSlow.FAULT);
        } catch (IOException e) {
            throw new BrokenOff(
                    new Fault("NOT_GZIP", "", null, "the gzip stream is broken here", "zip the rest anew and send it"));
        }
    }
}
