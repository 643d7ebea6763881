-- Keeps counts of areas with their source and the day they hold for; the same source corrects itself, others stay. One row for each.
insert into area_denominator (area_id, denominator, value, source, as_of, loaded_on)
select area_id, denominator, value, :source, :asOf::date, :loadedOn::date
from unnest(:areaIds::int[], :denominators::text[], :values::int[]) as entry (area_id, denominator, value)
on conflict (area_id, denominator, as_of, source) do update set
  value     = excluded.value,
  loaded_on = excluded.loaded_on
returning area_id;
