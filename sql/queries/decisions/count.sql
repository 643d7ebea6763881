-- How many decisions count; one row.
select count(distinct (county_code, address))::int as total
from address_decision
where undone_at is null
  and :allAreas::boolean;
