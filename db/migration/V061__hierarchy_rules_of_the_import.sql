-- Whose bookings are never upgraded, and what the import does with a suggestion.
alter table hierarchy_rules
    add column excluded_channels              text[] not null default '{}',
    add column excluded_plans                 text[] not null default '{}',
    add column placement_mode                 text   not null default 'suggest' check (placement_mode in ('suggest', 'automatic')),
    add column placement_max_levels           integer check (placement_max_levels >= 0),
    add column placement_max_price_difference integer check (placement_max_price_difference >= 0);
comment on column hierarchy_rules.placement_mode is 'suggest: a person decides; automatic: the import places within the limits.';
comment on column hierarchy_rules.placement_max_price_difference is 'Whole yen a night, base rate of the option less that of the booked type.';
