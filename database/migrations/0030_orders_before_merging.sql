-- Orders opened before they could be merged: how many callers each has, and the road its likely duplicates are found by
-- (as server/modules/work-orders/rules/merging/address.ts reads it).
update work_orders.work_order o set callers = r.callers
from (
  select utility_id, order_id, count(*) as callers from requests.request
  where order_id is not null and outcome = 'open' group by utility_id, order_id
) r
where o.utility_id = r.utility_id and o.order_id = r.order_id and o.callers = 0;

update work_orders.work_order set road = nullif(regexp_replace(
  substring(regexp_replace(normalize(place, nfkc), '\s', '', 'g') from '([一-龥]{1,5}?(?:大街|大道|路|街|巷|胡同))'), '^.*[在于市区县镇]', ''), '')
where road is null and place <> '';
