package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

class QuartzTablesTest {

    static final Set<String> FIRED = ConcurrentHashMap.newKeySet();

    @Test
    void a_clustered_scheduler_keeps_its_jobs_in_them_and_fires_what_is_due() throws Exception {
        try (var database = TestDatabase.fresh()) {
            var factory = new SchedulerFactoryBean();
            factory.setDataSource(database);
            factory.setSchedulerName("toritsugi");
            factory.setQuartzProperties(clustered());
            factory.afterPropertiesSet();
            try {
                var job = JobBuilder.newJob(Note.class)
                        .withIdentity("nightly")
                        .usingJobData("note", "fired")
                        .storeDurably()
                        .build();
                factory.getScheduler()
                        .scheduleJob(
                                job,
                                TriggerBuilder.newTrigger()
                                        .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(3, 10)
                                                .withMisfireHandlingInstructionFireAndProceed())
                                        .build());
                factory.getScheduler()
                        .scheduleJob(TriggerBuilder.newTrigger()
                                .forJob(job)
                                .withSchedule(SimpleScheduleBuilder.simpleSchedule())
                                .startNow()
                                .build());
                factory.start();

                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(FIRED).contains("fired"));
                assertThat(JdbcClient.create(database)
                                .sql("select count(*) from qrtz_cron_triggers")
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
            } finally {
                factory.destroy();
            }
        }
    }

    private static Properties clustered() {
        var properties = new Properties();
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        return properties;
    }

    /** Writes down that it was fired. */
    public static final class Note implements Job {

        @Override
        public void execute(JobExecutionContext context) {
            FIRED.add(context.getMergedJobDataMap().getString("note"));
        }
    }
}
