-- Whether a hotel has the displacement cost of its upgrade options reported. No row means the defaults.

create table displacement_policy
(
    hotel_id     integer primary key references hotel,
    reported     boolean  not null default true,
    history_days smallint not null default 90 check (history_days between 14 and 730)
);
comment on column displacement_policy.history_days is 'Nights before today whose bookings tell what demand to expect.';
