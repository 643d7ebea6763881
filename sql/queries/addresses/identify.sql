-- The ids of addresses of offices, in their order. One row each.
select hashtextextended(entry.county_code || ' ' || entry.address, 0)::text as id
from unnest(:countyCodes::text[], :addresses::text[]) with ordinality as entry (county_code, address, place)
order by entry.place;
