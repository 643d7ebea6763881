-- One row per address of an office about which something was decided or taken back since a moment.
select distinct
  county_code as "countyCode",
  address
from address_decision
where decided_at >= :since::timestamptz
   or undone_at >= :since::timestamptz
order by 1, 2;
