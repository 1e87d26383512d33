-- Version, types, relations and rules of a hotel in one statement, hence of one moment.
select coalesce((select v.hierarchy from hotel_version v where v.hotel_id = :hotel), 0) as version,
       (select coalesce(jsonb_agg(jsonb_build_object(
               'id', t.id,
               'code', t.code,
               'capacity', t.capacity,
               'smoking', t.smoking,
               'baseRate', t.base_rate) order by t.sort_order, t.code), '[]')::text
        from room_type t
        where t.hotel_id = :hotel) as types,
       (select coalesce(jsonb_agg(jsonb_build_object(
               'id', e.id,
               'from', f.code,
               'to', t.code,
               'priority', e.priority,
               'active', e.active,
               'kind', e.kind) order by f.sort_order, f.code, e.priority, t.code collate "C"), '[]')::text
        from hierarchy_edge e
                 join room_type f on f.id = e.from_type_id
                 join room_type t on t.id = e.to_type_id
        where e.hotel_id = :hotel) as edges,
       (select jsonb_build_object(
               'maxUpgradeLevels', r.max_upgrade_levels,
               'priceDifferenceLimit', r.price_difference_limit,
               'priceDifferenceLimitPercent', r.price_difference_limit_percent,
               'capacityRequired', r.capacity_required,
               'smoking', r.smoking,
               'blackoutDates', (select jsonb_agg(jsonb_build_object('from', b.from_date, 'to', b.to_date))
                                 from hierarchy_blackout b
                                 where b.hotel_id = h.id),
               'freezeDays', r.freeze_days,
               'displacementFirst', r.displacement_first,
               'excludedChannels', r.excluded_channels,
               'excludedPlans', r.excluded_plans,
               'placement', jsonb_build_object(
                       'mode', coalesce(r.placement_mode, 'suggest'),
                       'maxLevels', r.placement_max_levels,
                       'maxPriceDifference', r.placement_max_price_difference))::text
        from hotel h
                 left join hierarchy_rules r on r.hotel_id = h.id
        where h.id = :hotel) as rules
