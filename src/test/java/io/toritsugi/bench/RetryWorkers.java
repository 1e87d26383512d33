package io.toritsugi.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Workers who claim retries and complete them until there are none left. */
abstract class RetryWorkers implements AutoCloseable {

    private final String name;
    private final int workers;

    RetryWorkers(String name, int workers) {
        this.name = name;
        this.workers = workers;
    }

    String name() {
        return name;
    }

    /** Claims and completes so many at a time until nothing is due; answers how many that were a second. */
    final double completeAll(int retries, int batch) throws Exception {
        var threads = Executors.newFixedThreadPool(workers);
        try {
            long begun = System.nanoTime();
            var done = new ArrayList<Future<Integer>>();
            for (int number = 0; number < workers; number++) {
                int worker = number;
                Callable<Integer> work = () -> work(worker, batch);
                done.add(threads.submit(work));
            }
            int completed = 0;
            for (var each : done) {
                completed += each.get();
            }
            double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            if (completed != retries) {
                throw new IllegalStateException(name + " completed " + completed + " of " + retries);
            }
            return retries / seconds;
        } finally {
            threads.shutdown();
        }
    }

    /** Works until nothing is due; answers how many it completed. */
    abstract int work(int worker, int batch) throws Exception;
}
