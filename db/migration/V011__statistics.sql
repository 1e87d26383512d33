-- R6.2: success and failure by hotel, OTA, class and day, and the figures of every hour.

-- Added up from attempt; made again for a day as often as one likes. The day is the hotel's.
create table daily_statistics
(
    hotel_id        integer not null references hotel,
    day             date    not null,
    channel         text    not null default '', -- '' where it could not be read
    trigger         text    not null check (trigger in ('initial', 'retry', 'manual')),
    outcome         text    not null check (outcome in ('imported', 'modified', 'cancelled', 'rejected')),
    failure_class   text    not null default '',
    failure_code    text    not null default '',
    attempts        bigint  not null check (attempts >= 0),
    duration_us     bigint  not null check (duration_us >= 0),
    duration_us_max bigint  not null check (duration_us_max >= 0),
    -- also "the figures of a hotel from … to …" (GET /statistics)
    primary key (hotel_id, day, channel, trigger, outcome, failure_class, failure_code)
);
-- "the figures of all hotels from … to …" (dashboard)
create index daily_statistics_by_day on daily_statistics (day);

-- One figure an hour: throughput, latency, backlog … of a hotel, or (null) of the whole house.
create table hourly_metric
(
    hour     timestamptz      not null,
    name     text             not null,
    hotel_id integer,
    samples  bigint           not null check (samples >= 0),
    total    double precision not null,
    smallest double precision not null,
    largest  double precision not null,
    p50      double precision,
    p95      double precision,
    p99      double precision,
    -- also "this figure of a hotel over time"
    constraint hourly_metric_key unique nulls not distinct (name, hotel_id, hour)
) partition by range (hour);

create table health_report
(
    id       bigint generated always as identity primary key,
    made_at  timestamptz not null,
    hotel_id integer references hotel,
    verdict  text        not null check (verdict in ('healthy', 'degraded', 'failing')),
    period   tstzrange   not null check (not isempty(period)),
    report   jsonb       not null
);
-- "the reports, newest first" (GET /health-reports)
create index health_report_newest on health_report (made_at desc);

select ensure_month_partitions('hourly_metric', (now() at time zone 'UTC')::date - 31, 5);
