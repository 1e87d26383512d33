package io.toritsugi.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Has the application's JVM record itself while a load runs: where its threads are, what they allocate and wait for. */
final class FlightRecording {

    private final long pid;
    private final Path file;

    private FlightRecording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    static FlightRecording begin(long pid, Path file) throws IOException, InterruptedException {
        var recording = new FlightRecording(pid, file);
        recording.command("JFR.start", "name=load", "settings=profile");
        return recording;
    }

    void end() throws IOException, InterruptedException {
        command("JFR.dump", "name=load", "filename=" + file);
        command("JFR.stop", "name=load");
    }

    private void command(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid));
        command.addAll(java.util.List.of(words));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(words[0] + " was refused with status " + status);
        }
    }
}
