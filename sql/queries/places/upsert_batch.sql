-- Makes places known; areas come as text like {3,17,402}, ascending. One row for each place that was new, with its id.
insert into place (area_ids)
select area_ids::int[]
from unnest(:areaIds::text[]) as entry (area_ids)
order by area_ids
on conflict (area_ids) do nothing
returning id, area_ids as "areaIds";
