-- Makes the rules and blackouts of a hotel those that are wanted.
with wanted as (
    select b.from_date, b.to_date
    from unnest(:blackoutsFrom::date[], :blackoutsTo::date[]) as b (from_date, to_date)),
     removed as (
         delete from hierarchy_blackout b
             where b.hotel_id = :hotel
                 and not exists (select from wanted w where w.from_date = b.from_date and w.to_date = b.to_date)),
     added as (
         insert into hierarchy_blackout (hotel_id, from_date, to_date)
             select :hotel, w.from_date, w.to_date from wanted w
             on conflict do nothing)
insert
into hierarchy_rules (hotel_id, max_upgrade_levels, price_difference_limit, price_difference_limit_percent,
                      capacity_required, smoking, freeze_days, displacement_first, excluded_channels, excluded_plans,
                      placement_mode, placement_max_levels, placement_max_price_difference, updated_at)
values (:hotel, :maxUpgradeLevels, :priceDifferenceLimit, :priceDifferenceLimitPercent, :capacityRequired, :smoking,
        :freezeDays, :displacementFirst, :excludedChannels, :excludedPlans, :placementMode, :placementMaxLevels,
        :placementMaxPriceDifference, :now)
on conflict (hotel_id) do update
    set max_upgrade_levels             = excluded.max_upgrade_levels,
        price_difference_limit         = excluded.price_difference_limit,
        price_difference_limit_percent = excluded.price_difference_limit_percent,
        capacity_required              = excluded.capacity_required,
        smoking                        = excluded.smoking,
        freeze_days                    = excluded.freeze_days,
        displacement_first             = excluded.displacement_first,
        excluded_channels              = excluded.excluded_channels,
        excluded_plans                 = excluded.excluded_plans,
        placement_mode                 = excluded.placement_mode,
        placement_max_levels           = excluded.placement_max_levels,
        placement_max_price_difference = excluded.placement_max_price_difference,
        updated_at                     = excluded.updated_at
