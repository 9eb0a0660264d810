-- Written from the orders themselves in the transaction that locks them; neither they nor a re-dating can be deleted. Looking each
-- of them up again took as long as all the rest of the row.
alter table work_orders.redating_order
  drop constraint redating_order_utility_id_order_id_fkey,
  drop constraint redating_order_utility_id_redating_id_fkey;
