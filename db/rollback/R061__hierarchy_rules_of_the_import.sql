-- Takes V061__hierarchy_rules_of_the_import back; docs/schema.md tells how, and what of the data to save before.

alter table hierarchy_rules
    drop column placement_max_price_difference,
    drop column placement_max_levels,
    drop column placement_mode,
    drop column excluded_plans,
    drop column excluded_channels;

delete from flyway_schema_history where version = '061';
