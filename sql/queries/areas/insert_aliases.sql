-- Gives areas further names. One row for each new alias.
insert into area_alias (area_id, alias)
select area_id, alias
from unnest(:areaIds::int[], :aliases::text[]) as entry (area_id, alias)
on conflict do nothing
returning area_id;
