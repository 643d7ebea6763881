-- Gives areas further names of a kind, besides those they have. One row for each that is new.
insert into area_alias (area_id, alias, kind, source)
select area_id, alias, kind, 'listed'
from unnest(:areaIds::int[], :aliases::text[], :kinds::text[]) as entry (area_id, alias, kind)
on conflict (area_id, alias) do nothing
returning area_id;
