-- Stores links between neighbouring areas, in the direction given. One row for each.
insert into area_neighbour (area_id, neighbour_id)
select area_id, neighbour_id
from unnest(:areaIds::int[], :neighbourIds::int[]) as link (area_id, neighbour_id)
on conflict do nothing
returning area_id;
