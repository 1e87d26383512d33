package io.toritsugi.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.failure.RetryClaim;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.failure.RetryQueue.Place;
import io.toritsugi.failure.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The product's own queue, as its tick and its verdicts use it: claim a page, check the claims and complete them in one commit. */
final class ProductRetries extends RetryWorkers {

    /** As often as the product's tick begins a new look. */
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final RetryQueue queue;
    private final TransactionTemplate transactions;

    ProductRetries(String url, int workers) {
        super("product", workers);
        var configuration = new HikariConfig();
        configuration.setJdbcUrl(url);
        configuration.setMaximumPoolSize(workers);
        configuration.addDataSourceProperty("prepareThreshold", "3");
        pool = new HikariDataSource(configuration);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(
                RetrySchedule.class,
                () -> new RetrySchedule(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(60),
                        8,
                        0.1,
                        Duration.ofHours(48),
                        Duration.ofSeconds(15)));
        context.register(RetryQueue.class);
        context.refresh();
        queue = context.getBean(RetryQueue.class);
    }

    @Override
    int work(int worker, int batch) {
        int completed = 0;
        var place = Place.FIRST;
        long lookBegan = System.nanoTime();
        while (true) {
            boolean fromTheStart = place.equals(Place.FIRST);
            var page = queue.claim("worker " + worker, batch, place, List.of());
            if (page.claims().isEmpty() && fromTheStart) {
                return completed;
            }
            completed += complete(page.claims());
            boolean lookIsOver = page.claims().isEmpty() || System.nanoTime() - lookBegan > LOOK_NANOS;
            if (lookIsOver) {
                lookBegan = System.nanoTime();
            }
            place = lookIsOver ? Place.FIRST : page.next();
        }
    }

    private int complete(List<RetryClaim> claims) {
        if (claims.isEmpty()) {
            return 0;
        }
        Integer completed = transactions.execute(status -> {
            var held = queue.stillHeld(claims);
            queue.remove(held);
            return held.size();
        });
        return completed == null ? 0 : completed;
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
