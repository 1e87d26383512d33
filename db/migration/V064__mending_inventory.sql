-- An administrator may write down what is true: that a night is sold further than its rooms reach. Taking a room stays refused.
-- The setting is of the one transaction that mends (set_config(…, is_local => true)).
drop trigger inventory_refuses_oversold_update on inventory;
create trigger inventory_refuses_oversold_update
    before update of sold
    on inventory
    for each row
    when (new.sold > old.sold and new.sold > new.rooms - new.out_of_order + new.overbooking
        and current_setting('toritsugi.mending', true) is distinct from 'on')
execute function refuse_oversold_night();

drop trigger inventory_refuses_oversold_insert on inventory;
create trigger inventory_refuses_oversold_insert
    before insert
    on inventory
    for each row
    when (new.sold > 0 and new.sold > new.rooms - new.out_of_order + new.overbooking
        and current_setting('toritsugi.mending', true) is distinct from 'on')
execute function refuse_oversold_night();
