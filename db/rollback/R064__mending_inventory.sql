-- Takes V064__mending_inventory back; docs/schema.md tells how, and what of the data to save before.

drop trigger inventory_refuses_oversold_update on inventory;
create trigger inventory_refuses_oversold_update
    before update of sold
    on inventory
    for each row
    when (new.sold > old.sold and new.sold > new.rooms - new.out_of_order + new.overbooking)
execute function refuse_oversold_night();

drop trigger inventory_refuses_oversold_insert on inventory;
create trigger inventory_refuses_oversold_insert
    before insert
    on inventory
    for each row
    when (new.sold > 0 and new.sold > new.rooms - new.out_of_order + new.overbooking)
execute function refuse_oversold_night();

delete from flyway_schema_history where version = '064';
