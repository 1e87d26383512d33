package io.toritsugi.intake.sftp;

import io.toritsugi.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.ExchangeHelper;

/**
 * Where a file on a partner's server goes once its fate is settled: to {@code done/} or to {@code rejected/}, beside what is
 * there already. Without a {@linkplain #VERDICT verdict} it stays, and is looked at again.
 */
final class ServerMoves implements GenericFileProcessStrategy<SftpRemoteFile> {

    /** Property of an exchange: {@code Optional<Failure>}, as {@link TakeFileIn#take} answers. */
    static final String VERDICT = "sftpVerdict";

    private final PartnerServer server;
    private final ServerFiles files;
    private final RejectionNote note;
    private final Attempts attempts;
    private final SftpMetrics metrics;

    ServerMoves(PartnerServer server, ServerFiles files, RejectionNote note, Attempts attempts, SftpMetrics metrics) {
        this.server = server;
        this.files = files;
        this.note = note;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    @Override
    public void prepareOnStartup(
            GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
        // nothing is left there from before
    }

    @Override
    public boolean begin(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        return attempts.areOpen() && !attempts.areStuck(server);
    }

    @Override
    public void abort(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // it lies where it was
    }

    @Override
    public void commit(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        if (!(exchange.getProperty(VERDICT) instanceof Optional<?> verdict)) {
            return;
        }
        var path = ServerFiles.path(file);
        try {
            var failure = verdict.map(Failure.class::cast);
            move(operations, exchange, file.getAbsoluteFilePath(), path, failure);
            files.moved(path);
            attempts.succeeded(server, path);
            metrics.settled(server, failure.isEmpty());
        } catch (Exception failed) {
            attempts.failed(server, path, failed);
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // it lies where it was
    }

    private void move(
            GenericFileOperations<SftpRemoteFile> operations,
            Exchange exchange,
            String from,
            String path,
            Optional<Failure> failure)
            throws Exception {
        var folder = server.path(failure.isEmpty() ? PartnerFolders.DONE : PartnerFolders.REJECTED) + "/";
        var to = free(operations, folder + path);
        operations.buildDirectory(to.substring(0, to.lastIndexOf('/')), false);
        if (failure.isPresent()) {
            // The note first: a file must not lie there without one.
            var text = ExchangeHelper.createCopy(exchange, false);
            text.getIn()
                    .setBody(note.write(new DroppedFile(server, path), failure.get())
                            .getBytes(StandardCharsets.UTF_8));
            require(operations.storeFile(to + KeptName.NOTE, text, -1), "writing " + to + KeptName.NOTE);
        }
        require(operations.renameFile(from, to), "moving " + from + " to " + to);
    }

    private static String free(GenericFileOperations<SftpRemoteFile> operations, String wanted) {
        int number = 1;
        var name = KeptName.numbered(wanted, number);
        while (operations.existsFile(name)) {
            name = KeptName.numbered(wanted, ++number);
        }
        return name;
    }

    private static void require(boolean done, String what) throws IOException {
        if (!done) {
            throw new IOException("The server refuses " + what);
        }
    }
}
