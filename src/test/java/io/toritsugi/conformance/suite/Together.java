package io.toritsugi.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does several things at the same moment. */
final class Together {

    private static final int LONGEST_MINUTES = 5;

    private Together() {}

    /** Starts all of them at once, each in a thread of its own, and answers their results in order. */
    static <T> List<T> run(List<Callable<T>> works) throws Exception {
        var threads = Executors.newFixedThreadPool(works.size());
        var start = new CyclicBarrier(works.size());
        try {
            var running = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get(LONGEST_MINUTES, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
