-- Sets denominators of areas, with their source and day. One row for each.
insert into area_denominator (area_id, denominator, value, source, loaded_on)
select area_id, denominator, value, :source, :loadedOn::date
from unnest(:areaIds::int[], :denominators::text[], :values::int[]) as entry (area_id, denominator, value)
on conflict (area_id, denominator) do update set
  value     = excluded.value,
  source    = excluded.source,
  loaded_on = excluded.loaded_on
returning area_id;
